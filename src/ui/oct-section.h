/* A titled part of a page: a heading, a sentence under it if one is needed, and a card.
 *
 * Like AdwPreferencesGroup, but for content that isn't a list of preferences, and with room for a
 * control at the end of the heading and a line on the source below.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define OCT_TYPE_SECTION (oct_section_get_type ())
G_DECLARE_FINAL_TYPE (OctSection, oct_section, OCT, SECTION, AdwBin)

GtkWidget *oct_section_new (const char *title);
void oct_section_set_title (OctSection *self, const char *title);
void oct_section_set_description (OctSection *self, const char *description);
void oct_section_set_footnote (OctSection *self, const char *footnote);
/* What is on the card. */
void oct_section_set_content (OctSection *self, GtkWidget *content);
void oct_section_set_suffix (OctSection *self, GtkWidget *suffix);

G_END_DECLS
