/* The book of plans; see the header. */

#include "oct-plan-book.h"

#include <string.h>

/* Fields of a kind by which its records are found: its references. */
#define MAX_INDEXES 8

/* The records of one kind. Books share it. */
typedef struct
{
  gatomicrefcount refs;
  const OctRecordKind *kind;
  GPtrArray *all;    /* of OctRecord */
  GHashTable *by_id; /* of borrowed ids to borrowed records */
  const OctRecordField *fields[MAX_INDEXES];
  GHashTable *by[MAX_INDEXES]; /* of borrowed ids to GPtrArray of borrowed records */
  guint n_indexes;
} Shelf;

struct _OctPlanBook
{
  GObject parent_instance;

  GPtrArray *shelves; /* of Shelf, in the order of oct_record_kinds */
  GPtrArray *none;
};

G_DEFINE_FINAL_TYPE (OctPlanBook, oct_plan_book, G_TYPE_OBJECT)

static void
shelf_unref (gpointer data)
{
  Shelf *shelf = data;

  if (!g_atomic_ref_count_dec (&shelf->refs))
    return;
  for (guint i = 0; i < shelf->n_indexes; i++)
    g_hash_table_unref (shelf->by[i]);
  g_hash_table_unref (shelf->by_id);
  g_ptr_array_unref (shelf->all);
  g_free (shelf);
}

static void
index_record (Shelf *shelf, guint index, OctRecord *record)
{
  const char *id = oct_record_get_text (record, shelf->fields[index]);
  GPtrArray *records;

  if (id == NULL)
    return;
  records = g_hash_table_lookup (shelf->by[index], id);
  if (records == NULL)
    {
      records = g_ptr_array_new ();
      g_hash_table_insert (shelf->by[index], (gpointer) id, records);
    }
  g_ptr_array_add (records, record);
}

/* @all: (transfer full) */
static Shelf *
shelf_new (const OctRecordKind *kind, GPtrArray *all)
{
  Shelf *shelf = g_new0 (Shelf, 1);

  g_atomic_ref_count_init (&shelf->refs);
  shelf->kind = kind;
  shelf->all = all;
  shelf->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (const OctRecordField *field = kind->fields; field->name != NULL; field++)
    if (field->type == OCT_RECORD_REF)
      {
        g_assert (shelf->n_indexes < MAX_INDEXES);
        shelf->fields[shelf->n_indexes] = field;
        shelf->by[shelf->n_indexes++] = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                               (GDestroyNotify) g_ptr_array_unref);
      }
  for (guint i = 0; i < all->len; i++)
    {
      OctRecord *record = g_ptr_array_index (all, i);

      g_hash_table_insert (shelf->by_id, record->id, record);
      for (guint j = 0; j < shelf->n_indexes; j++)
        index_record (shelf, j, record);
    }

  return shelf;
}

static void
oct_plan_book_finalize (GObject *object)
{
  OctPlanBook *self = OCT_PLAN_BOOK (object);

  g_ptr_array_unref (self->shelves);
  g_ptr_array_unref (self->none);

  G_OBJECT_CLASS (oct_plan_book_parent_class)->finalize (object);
}

static void
oct_plan_book_class_init (OctPlanBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_plan_book_finalize;
}

static void
oct_plan_book_init (OctPlanBook *self)
{
  self->shelves = g_ptr_array_new_with_free_func (shelf_unref);
  self->none = g_ptr_array_new ();
}

/**
 * oct_plan_book_new:
 * @all: (element-type GPtrArray): the records of each kind, in the order of oct_record_kinds, each
 *   array in the order of its kind
 *
 * Returns: (transfer full): a book of them
 */
OctPlanBook *
oct_plan_book_new (GPtrArray *all)
{
  OctPlanBook *self = g_object_new (OCT_TYPE_PLAN_BOOK, NULL);

  for (guint i = 0; oct_record_kinds[i] != NULL; i++)
    g_ptr_array_add (self->shelves,
                     shelf_new (oct_record_kinds[i], g_ptr_array_ref (g_ptr_array_index (all, i))));

  return self;
}

/**
 * oct_plan_book_new_empty:
 *
 * Returns: (transfer full): a book without records
 */
OctPlanBook *
oct_plan_book_new_empty (void)
{
  OctPlanBook *self = g_object_new (OCT_TYPE_PLAN_BOOK, NULL);

  for (guint i = 0; oct_record_kinds[i] != NULL; i++)
    g_ptr_array_add (self->shelves, shelf_new (oct_record_kinds[i],
                                               g_ptr_array_new_with_free_func (oct_record_unref)));

  return self;
}

static Shelf *
get_shelf (OctPlanBook *self, const OctRecordKind *kind)
{
  for (guint i = 0; i < self->shelves->len; i++)
    {
      Shelf *shelf = g_ptr_array_index (self->shelves, i);

      if (shelf->kind == kind)
        return shelf;
    }

  g_return_val_if_reached (NULL);
}

/**
 * oct_plan_book_get_all:
 * @self: a book
 * @kind: a kind of record
 *
 * Returns: (transfer none) (element-type OctRecord): all of the kind, in its order
 */
GPtrArray *
oct_plan_book_get_all (OctPlanBook *self, const OctRecordKind *kind)
{
  g_return_val_if_fail (OCT_IS_PLAN_BOOK (self), NULL);

  return get_shelf (self, kind)->all;
}

/**
 * oct_plan_book_find:
 * @self: a book
 * @kind: a kind of record
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the record of that id
 */
gpointer
oct_plan_book_find (OctPlanBook *self, const OctRecordKind *kind, const char *id)
{
  g_return_val_if_fail (OCT_IS_PLAN_BOOK (self), NULL);

  return id != NULL ? g_hash_table_lookup (get_shelf (self, kind)->by_id, id) : NULL;
}

/**
 * oct_plan_book_get_by:
 * @self: a book
 * @kind: a kind of record
 * @name: one of its fields that refers to another record
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (element-type OctRecord): the records whose field is @id, in the order of
 *   the kind; may be empty
 */
GPtrArray *
oct_plan_book_get_by (OctPlanBook *self, const OctRecordKind *kind, const char *name,
                      const char *id)
{
  Shelf *shelf;
  GPtrArray *records = NULL;

  g_return_val_if_fail (OCT_IS_PLAN_BOOK (self), NULL);

  shelf = get_shelf (self, kind);
  for (guint i = 0; id != NULL && i < shelf->n_indexes; i++)
    if (g_str_equal (shelf->fields[i]->name, name))
      records = g_hash_table_lookup (shelf->by[i], id);

  return records != NULL ? records : self->none;
}

/**
 * oct_plan_book_get_children:
 * @self: a book
 * @kind: a kind of record that belongs to another
 * @parent_id: (nullable): the other's id
 *
 * Returns: (transfer none) (element-type OctRecord): the records that belong to it, in the order of
 *   the kind; may be empty
 */
GPtrArray *
oct_plan_book_get_children (OctPlanBook *self, const OctRecordKind *kind, const char *parent_id)
{
  return oct_plan_book_get_by (self, kind, kind->parent, parent_id);
}

/* What a change makes of one kind. */

static int
compare_field (const OctRecord *a, const OctRecord *b, const OctRecordField *field)
{
  gint64 left;
  gint64 right;

  if (field->type <= OCT_RECORD_PERSON)
    return g_strcmp0 (oct_record_get_text (a, field), oct_record_get_text (b, field));
  left = oct_record_get_number (a, field);
  right = oct_record_get_number (b, field);

  return (left > right) - (left < right);
}

/* In the order in which the store reads them. */
static int
compare_records (gconstpointer first, gconstpointer second, gpointer data)
{
  const OctRecord *a = *(const OctRecord *const *) first;
  const OctRecord *b = *(const OctRecord *const *) second;
  char **order = data;

  for (guint i = 0; order[i] != NULL; i++)
    {
      const OctRecordField *field = oct_record_kind_find_field (a->kind, order[i]);
      int result = field != NULL ? compare_field (a, b, field) : g_strcmp0 (a->id, b->id);

      if (result != 0)
        return result;
    }

  return 0;
}

static void
note_changed (GHashTable *changed, GPtrArray *records, const OctRecordKind *kind, gboolean gone)
{
  for (guint i = 0; i < records->len; i++)
    {
      OctRecord *record = g_ptr_array_index (records, i);

      if (record->kind == kind)
        g_hash_table_insert (changed, record->id, gone ? NULL : record);
    }
}

static Shelf *
shelf_apply (Shelf *shelf, const OctRecordChange *change)
{
  g_autoptr (GHashTable) changed = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) order = NULL;
  GPtrArray *all;
  GHashTableIter iter;
  gpointer record;

  note_changed (changed, change->deletes, shelf->kind, TRUE);
  note_changed (changed, change->puts, shelf->kind, FALSE);
  if (g_hash_table_size (changed) == 0)
    {
      g_atomic_ref_count_inc (&shelf->refs);
      return shelf;
    }
  all = g_ptr_array_new_full (shelf->all->len + g_hash_table_size (changed), oct_record_unref);
  for (guint i = 0; i < shelf->all->len; i++)
    {
      OctRecord *old = g_ptr_array_index (shelf->all, i);

      if (!g_hash_table_contains (changed, old->id))
        g_ptr_array_add (all, oct_record_ref (old));
    }
  g_hash_table_iter_init (&iter, changed);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    if (record != NULL)
      g_ptr_array_add (all, oct_record_ref (record));
  order = g_strsplit (shelf->kind->order, ", ", -1);
  g_ptr_array_sort_with_data (all, compare_records, order);

  return shelf_new (shelf->kind, all);
}

/**
 * oct_plan_book_apply:
 * @self: a book
 * @change: a change that was kept
 *
 * Returns: (transfer full): the book after it, which shares its records with @self and @change
 */
OctPlanBook *
oct_plan_book_apply (OctPlanBook *self, const OctRecordChange *change)
{
  OctPlanBook *book;

  g_return_val_if_fail (OCT_IS_PLAN_BOOK (self), NULL);

  book = g_object_new (OCT_TYPE_PLAN_BOOK, NULL);
  for (guint i = 0; i < self->shelves->len; i++)
    g_ptr_array_add (book->shelves, shelf_apply (g_ptr_array_index (self->shelves, i), change));

  return book;
}
