// SPDX-License-Identifier: Apache-2.0
// What every server program does with its process. For main() only.
#pragma once

namespace compendium {

// To be called first in main(), before there is any other thread: SIGTERM and
// SIGINT wait for WaitForSignal instead of ending the process, a write to a
// closed connection is an error and no signal, as many files may be open as the
// system lets a process have, up to 65,536, and absl's search for deadlocks
// is off (Debian builds it in, and it aborts on suspicion).
void PrepareProcess();

// Waits until the process is asked to end; returns SIGTERM or SIGINT.
int WaitForSignal();

}  // namespace compendium
