/// What Swift cannot express of Linux performance events: the kernel's binary
/// interface, variadic system calls, counter-read instructions and barriers.
#pragma once

#include "CPerfEventABI.h"
#include "CPerfEventConstants.h"
#include "CPerfEventCalls.h"
#include "CPerfEventCounters.h"
#include "CPerfEventProcess.h"
