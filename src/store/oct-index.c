/* The index as a snapshot in memory: opening it, and what is read from a row. */

#include "oct-index-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-bands.h"
#include "oct-error.h"

G_DEFINE_FINAL_TYPE (OctIndex, oct_index, G_TYPE_OBJECT)

/* A school keeps its index alive, so the index is still there when the school goes. */
typedef struct
{
  OctIndex *index;
  guint row;
} Held;

static void
school_gone_cb (gpointer data, GObject *school)
{
  g_autofree Held *held = data;

  g_hash_table_remove (held->index->schools, GUINT_TO_POINTER (held->row));
}

static void
oct_index_finalize (GObject *object)
{
  OctIndex *self = OCT_INDEX (object);

  g_clear_pointer (&self->file, g_mapped_file_unref);
  g_clear_pointer (&self->schools, g_hash_table_unref);
  for (int i = 0; i < OCT_N_COLUMNS; i++)
    g_free (self->orders[i]);

  G_OBJECT_CLASS (oct_index_parent_class)->finalize (object);
}

static void
oct_index_class_init (OctIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_index_finalize;
}

static void
oct_index_init (OctIndex *self)
{
  self->schools = g_hash_table_new (NULL, NULL);
}

static gsize
expected_size (const OctIndexHeader *header, OctIndexSection section)
{
  gsize n = header->n_rows;
  gsize words = header->n_words;
  gsize values = header->first_value[OCT_N_CODED - 1] + header->n_values[OCT_N_CODED - 1];

  if (section < OCT_N_ROW_SECTIONS)
    return n * sizeof (guint32);

  switch (section)
    {
    case OCT_SECTION_CODES:
      return n * OCT_N_CODED * sizeof (guint16);
    case OCT_SECTION_VALUES:
      return values * 2 * sizeof (guint32);
    case OCT_SECTION_WORDS:
    case OCT_SECTION_POSTING_STARTS:
      return (words + 1) * sizeof (guint32);
    default:
      return header->sections[section].size;
    }
}

static gboolean
is_whole (const OctIndexHeader *header, gsize length)
{
  if (length < sizeof *header || memcmp (header->magic, OCT_INDEX_MAGIC, sizeof header->magic) != 0
      || header->version != OCT_INDEX_VERSION || header->size != length
      || header->n_rows >= OCT_INDEX_MAX_ROWS)
    return FALSE;

  for (int i = 0; i < OCT_N_SECTIONS; i++)
    {
      const OctIndexExtent *extent = &header->sections[i];

      if (extent->offset > length || extent->size > length - extent->offset
          || extent->offset % 8 != 0 || extent->size != expected_size (header, i))
        return FALSE;
    }

  return TRUE;
}

/* Whether every byte is as it was written, so that nothing read from the map can lead outside it. This
 * has a map of its own, which goes away again: pages that are only checked would count as the program's.
 */
static gboolean
is_intact (const char *path, const OctIndexHeader *header)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  guint64 digest = 0;

  if (file == NULL || g_mapped_file_get_length (file) != header->size)
    return FALSE;

  for (int i = 0; i < OCT_N_SECTIONS; i++)
    {
      const OctIndexExtent *extent = &header->sections[i];
      gsize length = (extent->size + 7) & ~(gsize) 7;

      if (length > header->size - extent->offset)
        return FALSE;
      digest = oct_index_digest (digest, g_mapped_file_get_contents (file) + extent->offset,
                                 length);
    }
  return digest == header->digest;
}

/**
 * oct_index_get_digest:
 * @self: an index
 *
 * Returns: what the index says its content is, checked when it was opened
 */
guint64
oct_index_get_digest (OctIndex *self)
{
  return self->header->digest;
}

/* Another version of the program may have made it whole and yet in a form that this one can't read. */
static gboolean
check_version (const OctIndexHeader *header, gsize length, GError **error)
{
  if (length < sizeof *header || memcmp (header->magic, OCT_INDEX_MAGIC, sizeof header->magic) != 0
      || header->version == OCT_INDEX_VERSION)
    return TRUE;

  if (header->version < OCT_INDEX_VERSION)
    g_set_error_literal (
      error, OCT_ERROR, OCT_ERROR_OLDER,
      _("Octant was updated. The register is being brought up to date from the files that you "
        "imported; this takes a few seconds."));
  else
    g_set_error_literal (
      error, OCT_ERROR, OCT_ERROR_NEWER,
      _("The index of the register was made by a newer version of Octant. Update Octant, or make the "
        "register again from the imported files, which are kept."));
  return FALSE;
}

/**
 * oct_index_open:
 * @path: an index written by an import
 * @error: return location; %OCT_ERROR_DAMAGED when it isn't whole, %OCT_ERROR_OLDER or
 *   %OCT_ERROR_NEWER when another version of the program made it
 *
 * Checks the file and maps it.
 *
 * Returns: (transfer full) (nullable): the index
 */
OctIndex *
oct_index_open (const char *path, GError **error)
{
  g_autoptr (OctIndex) self = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  const char *start;

  if (file == NULL)
    return NULL;

  start = g_mapped_file_get_contents (file);
  if (!check_version ((const OctIndexHeader *) (const void *) start,
                      g_mapped_file_get_length (file), error))
    return NULL;
  if (G_BYTE_ORDER != G_LITTLE_ENDIAN
      || !is_whole ((const OctIndexHeader *) (const void *) start, g_mapped_file_get_length (file))
      || !is_intact (path, (const OctIndexHeader *) (const void *) start))
    {
      g_set_error (
        error, OCT_ERROR, OCT_ERROR_DAMAGED,
        _("The index of the register is damaged. The imported files are kept; make the register again."));
      return NULL;
    }

  self = g_object_new (OCT_TYPE_INDEX, NULL);
  self->file = g_steal_pointer (&file);
  self->header = (const OctIndexHeader *) (const void *) start;
  self->n_rows = self->header->n_rows;
  for (int i = 0; i < OCT_N_ROW_SECTIONS; i++)
    self->columns[i] = (const guint32 *) (const void *) (start + self->header->sections[i].offset);
  for (guint i = 0; i < OCT_N_CODED; i++)
    self->codes[i] =
      (const guint16 *) (const void *) (start + self->header->sections[OCT_SECTION_CODES].offset)
      + (gsize) i * self->n_rows;
  self->values =
    (const guint32 *) (const void *) (start + self->header->sections[OCT_SECTION_VALUES].offset);
  self->words =
    (const guint32 *) (const void *) (start + self->header->sections[OCT_SECTION_WORDS].offset);
  self->posting_starts =
    (const guint32 *) (const void *) (start
                                      + self->header->sections[OCT_SECTION_POSTING_STARTS].offset);
  self->postings =
    (const guint32 *) (const void *) (start + self->header->sections[OCT_SECTION_POSTINGS].offset);
  self->texts = start + self->header->sections[OCT_SECTION_TEXTS].offset;

  return g_steal_pointer (&self);
}

/**
 * oct_index_get_n_rows:
 * @self: an index
 *
 * Returns: how many establishments the register has, open or not
 */
guint
oct_index_get_n_rows (OctIndex *self)
{
  g_return_val_if_fail (OCT_IS_INDEX (self), 0);

  return self->n_rows;
}

/**
 * oct_index_get_as_at:
 * @self: an index
 *
 * Returns: the date of the newest file of establishments
 */
OctDate
oct_index_get_as_at (OctIndex *self)
{
  g_return_val_if_fail (OCT_IS_INDEX (self), OCT_DATE_UNKNOWN);

  return self->header->as_at;
}

static void
fill_texts (OctIndex *self, guint row, OctSchoolFacts *facts)
{
  facts->name = oct_index_text (self, OCT_SECTION_NAME, row);
  facts->street = oct_index_text (self, OCT_SECTION_STREET, row);
  facts->town = oct_index_text (self, OCT_SECTION_TOWN, row);
  facts->postcode = oct_index_text (self, OCT_SECTION_POSTCODE, row);
  facts->head = oct_index_text (self, OCT_SECTION_HEAD, row);
  facts->la = oct_index_value_label (self, OCT_FACET_LA, self->codes[OCT_FACET_LA][row]);
  facts->la_code = oct_index_value_key (self, OCT_FACET_LA, self->codes[OCT_FACET_LA][row]);
  facts->region = oct_index_value_label (self, OCT_FACET_REGION,
                                         self->codes[OCT_FACET_REGION][row]);
  facts->district = oct_index_value_label (self, OCT_CODED_DISTRICT,
                                           self->codes[OCT_CODED_DISTRICT][row]);
  facts->type = oct_index_value_label (self, OCT_FACET_TYPE, self->codes[OCT_FACET_TYPE][row]);
  facts->religion = oct_index_value_label (self, OCT_FACET_RELIGION,
                                           self->codes[OCT_FACET_RELIGION][row]);
  facts->gender = oct_index_value_label (self, OCT_FACET_GENDER,
                                         self->codes[OCT_FACET_GENDER][row]);
  facts->sixth_form = oct_index_value_label (self, OCT_FACET_SIXTH_FORM,
                                             self->codes[OCT_FACET_SIXTH_FORM][row]);
  facts->trust = oct_index_value_label (self, OCT_FACET_TRUST, self->codes[OCT_FACET_TRUST][row]);
}

/**
 * oct_index_get_facts:
 * @self: an index
 * @row: a row, from 0
 * @facts: (out caller-allocates): filled in; its texts belong to the index
 *
 * Returns: %FALSE when there is no such row
 */
gboolean
oct_index_get_facts (OctIndex *self, guint row, OctSchoolFacts *facts)
{
  guint32 ages;

  g_return_val_if_fail (OCT_IS_INDEX (self), FALSE);

  if (row >= self->n_rows)
    return FALSE;

  fill_texts (self, row, facts);
  facts->urn = self->columns[OCT_SECTION_URN][row];
  facts->trust_uid = self->columns[OCT_SECTION_TRUST_UID][row];
  facts->trust_type = (OctGroupType) self->columns[OCT_SECTION_TRUST_TYPE][row];
  facts->phase = self->codes[OCT_FACET_PHASE][row];
  facts->type_group = self->codes[OCT_FACET_TYPE_GROUP][row];
  facts->status = self->codes[OCT_FACET_STATUS][row];
  facts->pupils = (gint32) self->columns[OCT_SECTION_PUPILS][row];
  facts->pupils_from_urn = self->columns[OCT_SECTION_PUPILS_FROM][row];
  facts->capacity = (gint32) self->columns[OCT_SECTION_CAPACITY][row];
  facts->fsm_tenths = (gint32) self->columns[OCT_SECTION_FSM][row];
  facts->easting = (gint32) self->columns[OCT_SECTION_EASTING][row];
  facts->northing = (gint32) self->columns[OCT_SECTION_NORTHING][row];
  facts->opened = (OctDate) self->columns[OCT_SECTION_OPENED][row];
  facts->closed = (OctDate) self->columns[OCT_SECTION_CLOSED][row];
  facts->joined = (OctDate) self->columns[OCT_SECTION_JOINED][row];
  ages = self->columns[OCT_SECTION_AGES][row];
  facts->low_age = (gint16) (guint16) ages;
  facts->high_age = (gint16) (guint16) (ages >> 16);

  return TRUE;
}

/**
 * oct_index_find_urn:
 * @self: an index
 * @urn: an establishment
 * @row: (out) (optional): its row
 *
 * Returns: whether the register has it
 */
gboolean
oct_index_find_urn (OctIndex *self, guint32 urn, guint *row)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (OCT_IS_INDEX (self), FALSE);

  for (high = self->n_rows; low < high;)
    {
      guint middle = low + (high - low) / 2;
      guint32 candidate = self->columns[OCT_SECTION_BY_URN][middle];

      if (self->columns[OCT_SECTION_URN][candidate] < urn)
        low = middle + 1;
      else
        high = middle;
    }

  if (low >= self->n_rows
      || self->columns[OCT_SECTION_URN][self->columns[OCT_SECTION_BY_URN][low]] != urn)
    return FALSE;

  if (row != NULL)
    *row = self->columns[OCT_SECTION_BY_URN][low];
  return TRUE;
}

/**
 * oct_index_get_school:
 * @self: an index
 * @row: a row
 *
 * The same object is returned for the same row as long as somebody holds it. Main thread only.
 *
 * Returns: (transfer full) (nullable): the school
 */
OctSchool *
oct_index_get_school (OctIndex *self, guint row)
{
  OctSchool *school;
  OctSchoolFacts facts;
  Held *held;

  g_return_val_if_fail (OCT_IS_INDEX (self), NULL);

  school = g_hash_table_lookup (self->schools, GUINT_TO_POINTER (row));
  if (school != NULL)
    return g_object_ref (school);

  if (!oct_index_get_facts (self, row, &facts))
    return NULL;

  school = oct_school_new (&facts, G_OBJECT (self));
  held = g_new (Held, 1);
  *held = (Held) { self, row };
  g_hash_table_insert (self->schools, GUINT_TO_POINTER (row), school);
  g_object_weak_ref (G_OBJECT (school), school_gone_cb, held);
  return school;
}

/**
 * oct_index_get_key:
 * @self: an index
 * @facet: a facet
 * @row: a row there is
 *
 * Returns: (transfer none): the key of the value that the row has
 */
const char *
oct_index_get_key (OctIndex *self, OctFacet facet, guint row)
{
  g_return_val_if_fail (OCT_IS_INDEX (self), "");
  g_return_val_if_fail (row < self->n_rows, "");

  return oct_index_value_key (self, facet, self->codes[facet][row]);
}

/**
 * oct_index_facet_label:
 * @self: an index
 * @facet: a facet
 * @key: one of its values
 *
 * Returns: (transfer none): what a person reads for it, @key itself where the register doesn't have it
 */
const char *
oct_index_facet_label (OctIndex *self, OctFacet facet, const char *key)
{
  g_return_val_if_fail (OCT_IS_INDEX (self), key);

  for (guint code = 0; code < self->header->n_values[facet]; code++)
    if (g_str_equal (oct_index_value_key (self, facet, code), key))
      return oct_index_code_label (self, facet, code);

  return key;
}

/**
 * oct_index_code_label:
 * @self: an index
 * @facet: a facet
 * @code: a code of it
 *
 * Returns: (transfer none): what a person reads for it
 */
const char *
oct_index_code_label (OctIndex *self, OctFacet facet, guint code)
{
  const char *label;

  switch (facet)
    {
    case OCT_FACET_PHASE:
      return oct_phase_label (code);
    case OCT_FACET_TYPE_GROUP:
      return oct_type_group_label (code);
    case OCT_FACET_STATUS:
      return oct_status_label (code);
    case OCT_FACET_SIZE_BAND:
      return oct_size_band_label (code);
    case OCT_FACET_FSM_BAND:
      return oct_fsm_band_label (code);
    default:
      label = oct_index_value_label (self, facet, code);
      if (label[0] != '\0')
        return label;
      if (facet == OCT_FACET_TRUST)
        return _("Not in a trust");
      return facet == OCT_FACET_FEDERATION ? _("Not in a federation") : _("Not stated");
    }
}
