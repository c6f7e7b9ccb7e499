/* One fact: what it is, what the register says, and – when asked – which file said so and when. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define OCT_TYPE_FACT_ROW (oct_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (OctFactRow, oct_fact_row, OCT, FACT_ROW, AdwBin)

GtkWidget *oct_fact_row_new (const char *label, const char *value, const char *source);
const char *oct_fact_row_get_label (OctFactRow *self);
const char *oct_fact_row_get_value (OctFactRow *self);
const char *oct_fact_row_get_source (OctFactRow *self);
/* A button that copies the value. */
void oct_fact_row_set_copyable (OctFactRow *self, gboolean copyable);
/* A button that opens a web page; nothing but http and https is taken. */
void oct_fact_row_set_web (OctFactRow *self, const char *address);
/* A button that goes to a page of the window. */
void oct_fact_row_set_location (OctFactRow *self, const char *location);

char *oct_fact_row_web_address (const char *text);

G_END_DECLS
