/* A small framework that is valid in every way, for tests to spoil and to edit. */
#pragma once

#include "oct-framework-builder.h"

/* Three stages ("low", "mid", "high") and eight elements ("e1" to "e8"); each element has the aspects
 * "a", "b" and "c" and the indicators "1x" and "1y", numbered as the element is. Elements 3 and 8 are
 * judged by the trust alone. */
OctFrameworkBuilder *framework_sample_new_builder (void);
OctFramework *framework_sample_new (void);
