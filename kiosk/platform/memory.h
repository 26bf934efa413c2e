// SPDX-License-Identifier: EUPL-1.2
/// Gives back memory that is not needed any more. Without a graphics card the driver compiles its
/// shaders with LLVM: some 30 MB of code that is mapped in, run once, and then never again.
#pragma once

namespace sveiki::platform {

/// Lets go of the code pages of the large libraries, and of free heap. Code is never changed in
/// memory: whatever is called again comes back from the file, a few pages at a time. Harmless at
/// any moment, but costs a millisecond or two.
void release_unused();

}  // namespace sveiki::platform
