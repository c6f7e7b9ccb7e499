/* The first thing anyone sees: how to get the file. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define OCT_TYPE_WELCOME (oct_welcome_get_type ())
G_DECLARE_FINAL_TYPE (OctWelcome, oct_welcome, OCT, WELCOME, AdwBin)

G_END_DECLS
