/* Small pictures of evidence files, made by a program of their own, since a file may be hostile.
 *
 * The decoding is done by octant-thumbnail, which can neither write, nor reach the network, nor take
 * much memory or time. It hands back bare pixels, so that nothing a file holds is ever decoded in
 * the program itself. Pictures are kept beside the objects and can be made again at any time.
 */
#pragma once

#include "oct-workspace.h"

G_BEGIN_DECLS

/* The longest edge that can be asked for, in pixels. */
#define OCT_THUMBNAIL_MAX_SIZE 1024

/**
 * OctThumbnail:
 * @width, @height: in pixels
 * @pixels: @height rows of @width × 4 bytes: red, green, blue, alpha, not premultiplied
 */
typedef struct
{
  int width;
  int height;
  GBytes *pixels;
} OctThumbnail;

void oct_thumbnail_free (OctThumbnail *thumbnail);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctThumbnail, oct_thumbnail_free)

/* Blocks for up to some seconds: on a worker thread. */
OctThumbnail *oct_thumbnail_make (OctWorkspace *workspace, const char *object, int size,
                                  GCancellable *cancellable, GError **error);

G_END_DECLS
