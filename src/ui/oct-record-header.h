/* The head of a page about one school or one trust: its name, what it is, and its star. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define OCT_TYPE_RECORD_HEADER (oct_record_header_get_type ())
G_DECLARE_FINAL_TYPE (OctRecordHeader, oct_record_header, OCT, RECORD_HEADER, AdwBin)

/* Signal "star-toggled" (gboolean starred): the person put it on the watchlist or took it off.
 * In a template a child of type "line" goes under the name, another beside the star. */
void oct_record_header_set_name (OctRecordHeader *self, const char *name);
void oct_record_header_set_status (OctRecordHeader *self, const char *status);
void oct_record_header_set_kind (OctRecordHeader *self, const char *kind);
void oct_record_header_set_starred (OctRecordHeader *self, gboolean starred);

G_END_DECLS
