/* Light or dark, or as the desktop has it: a choice of the person's that is kept. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void oct_colour_scheme_bind (AdwApplication *application);

G_END_DECLS
