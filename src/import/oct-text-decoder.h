/* Text out of bytes, in whatever encoding a program saved it.
 *
 * Whole-file encodings (UTF-16, a byte order mark) are undone while reading. What is left is a mix
 * that real files do contain, UTF-8 in one field and Windows-1252 in the next, and is decided field
 * by field.
 */
#pragma once

#include "oct-archive.h"

G_BEGIN_DECLS

/* The most bytes that one byte of Windows-1252 takes in UTF-8. */
#define OCT_WINDOWS_1252_MAX_GROWTH 3

/**
 * OctTextDecoder:
 * Reads an #OctInput as text: bytes that are ASCII, UTF-8 or Windows-1252, never UTF-16.
 */
typedef struct _OctTextDecoder OctTextDecoder;

/* @input is borrowed and must outlive the decoder. */
OctTextDecoder *oct_text_decoder_new (OctInput *input);
gssize oct_text_decoder_read (OctTextDecoder *self, char *buffer, gsize size, GError **error);
void oct_text_decoder_free (OctTextDecoder *self);

gsize oct_text_from_windows_1252 (const char *text, gsize length, char *utf8);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctTextDecoder, oct_text_decoder_free)

G_END_DECLS
