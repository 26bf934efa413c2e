// SPDX-License-Identifier: EUPL-1.2
#include "platform/png.h"

#include <png.h>

#include <stdexcept>

namespace sveiki::platform {

Pixels read_png(const std::string& file) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  Pixels picture;
  if (png_image_begin_read_from_file(&image, file.c_str())) {
    image.format = PNG_FORMAT_RGBA;
    picture.width = static_cast<int>(image.width);
    picture.height = static_cast<int>(image.height);
    picture.rgba.resize(PNG_IMAGE_SIZE(image));
    png_image_finish_read(&image, nullptr, picture.rgba.data(), 0, nullptr);
  }
  if (PNG_IMAGE_FAILED(image)) throw std::runtime_error(file + " cannot be read: " + image.message);
  return picture;
}

void write_png(const Pixels& picture, const std::string& file) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.format = PNG_FORMAT_RGBA;
  image.width = static_cast<png_uint_32>(picture.width);
  image.height = static_cast<png_uint_32>(picture.height);
  if (!png_image_write_to_file(&image, file.c_str(), 0, picture.rgba.data(), 0, nullptr)) {
    throw std::runtime_error(file + " cannot be written: " + image.message);
  }
}

}  // namespace sveiki::platform
