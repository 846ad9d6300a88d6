#ifndef CPEERS_H
#define CPEERS_H

#include "Catalog.h"
#include "Counting.h"
#include "Machine.h"
#include "Reading.h"
#include "Writing.h"

#endif
