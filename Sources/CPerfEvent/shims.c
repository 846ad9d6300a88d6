#include "CPerfEvent.h"
