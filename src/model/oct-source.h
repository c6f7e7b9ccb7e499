/* A file that was imported and kept: which dataset, published when, by whom, under what licence,
 * and the SHA-256 by which it is stored. Immutable.
 */
#pragma once

#include <glib-object.h>

#include "oct-date.h"

G_BEGIN_DECLS

/**
 * OctSourceFacts:
 * @id: position among the register's sources in order of publication, from 1
 * @dataset: the dataset's id, such as "gias-extract"
 * @title: the dataset's name for people
 * @page: the address where the next one is downloaded
 *
 * Texts are never %NULL.
 */
typedef struct
{
  guint id;
  const char *dataset;
  const char *title;
  const char *file_name;
  const char *sha256;
  const char *publisher;
  const char *licence;
  const char *page;
  OctDate published;
  gint64 imported; /* seconds since 1970, UTC */
  gint64 bytes;
  gint64 rows;
} OctSourceFacts;

#define OCT_TYPE_SOURCE (oct_source_get_type ())
G_DECLARE_FINAL_TYPE (OctSource, oct_source, OCT, SOURCE, GObject)

OctSource *oct_source_new (const OctSourceFacts *facts);
const OctSourceFacts *oct_source_get_facts (OctSource *self);
int oct_source_age_days (OctSource *self, OctDate today);

/* A file older than this is worth replacing. */
#define OCT_SOURCE_OLD_DAYS 90

G_END_DECLS
