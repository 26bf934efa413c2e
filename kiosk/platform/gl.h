// SPDX-License-Identifier: EUPL-1.2
/// OpenGL as libGL exports it. Calling it by name, instead of only through ImGui's own loader,
/// makes the dependency visible to the packager.
#pragma once

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>

#include <cstdint>

namespace sveiki::platform {

/// A texture as ImGui names it (ImTextureID), and back.
inline void* image_of(GLuint texture) {
  return reinterpret_cast<void*>(static_cast<std::uintptr_t>(texture));
}
inline GLuint texture_of(void* image) {
  return static_cast<GLuint>(reinterpret_cast<std::uintptr_t>(image));
}

}  // namespace sveiki::platform
