/* The book of plans; see the header. */

#include "oct-plan-book.h"

#include <string.h>

/* Fields of a kind by which its records are found: its references. */
#define MAX_INDEXES 8

typedef struct _Shelf Shelf;

/* The records of one kind. Books share it. After a small change there is a shelf that only holds what
 * is otherwise than on the one under it, so that an edit costs little however many records there are.
 */
struct _Shelf
{
  gatomicrefcount refs;
  const OctRecordKind *kind;
  Shelf *base;       /* (nullable): where whatever isn't found here stands; has no base itself */
  GPtrArray *all;    /* of OctRecord */
  GHashTable *by_id; /* of ids to borrowed records; over a base, %NULL for one that is gone */
  const OctRecordField *fields[MAX_INDEXES];
  GHashTable *by[MAX_INDEXES]; /* of ids to GPtrArray of borrowed records */
  guint n_indexes;
};

/* How many records may be otherwise before a shelf is made anew. */
#define MAX_OVER_BASE 256

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
  g_clear_pointer (&shelf->base, shelf_unref);
  g_free (shelf);
}

static Shelf *
shelf_ref (Shelf *shelf)
{
  g_atomic_ref_count_inc (&shelf->refs);

  return shelf;
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

/* @all: (transfer full). With room for indexes, and nothing in them. */
static Shelf *
shelf_new_bare (const OctRecordKind *kind, GPtrArray *all)
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

  return shelf;
}

/* @all: (transfer full) */
static Shelf *
shelf_new (const OctRecordKind *kind, GPtrArray *all)
{
  Shelf *shelf = shelf_new_bare (kind, all);

  for (guint i = 0; i < all->len; i++)
    {
      OctRecord *record = g_ptr_array_index (all, i);

      g_hash_table_insert (shelf->by_id, record->id, record);
      for (guint j = 0; j < shelf->n_indexes; j++)
        index_record (shelf, j, record);
    }

  return shelf;
}

static OctRecord *
shelf_find (Shelf *shelf, const char *id)
{
  gpointer record;

  if (g_hash_table_lookup_extended (shelf->by_id, id, NULL, &record))
    return record;

  return shelf->base != NULL ? g_hash_table_lookup (shelf->base->by_id, id) : NULL;
}

/* (nullable) */
static GPtrArray *
shelf_find_by (Shelf *shelf, guint index, const char *id)
{
  GPtrArray *records = g_hash_table_lookup (shelf->by[index], id);

  if (records == NULL && shelf->base != NULL)
    records = g_hash_table_lookup (shelf->base->by[index], id);

  return records;
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

  return id != NULL ? shelf_find (get_shelf (self, kind), id) : NULL;
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
      records = shelf_find_by (shelf, i, id);

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

/* Where a record belongs among others that are in order. */
static guint
find_place (GPtrArray *records, OctRecord *record, char **order)
{
  guint low = 0;
  guint high = records->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (compare_records (&g_ptr_array_index (records, middle), &record, order) <= 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
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

/* All but the changed ones, and then those that are put, each at its place. */
static GPtrArray *
merge_all (Shelf *shelf, GHashTable *changed, char **order)
{
  GPtrArray *all = g_ptr_array_new_full (shelf->all->len + g_hash_table_size (changed),
                                         oct_record_unref);
  gboolean few = g_hash_table_size (changed) <= MAX_OVER_BASE;
  GHashTableIter iter;
  gpointer record;

  for (guint i = 0; i < shelf->all->len; i++)
    {
      OctRecord *old = g_ptr_array_index (shelf->all, i);

      if (!g_hash_table_contains (changed, old->id))
        g_ptr_array_add (all, oct_record_ref (old));
    }
  g_hash_table_iter_init (&iter, changed);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    if (record != NULL)
      g_ptr_array_insert (all, few ? (int) find_place (all, record, order) : -1,
                          oct_record_ref (record));
  if (!few)
    g_ptr_array_sort_with_data (all, compare_records, order);

  return all;
}

/* What the records of one owner are now. */
static void
merge_owner (Shelf *shelf, Shelf *before, guint index, const char *owner_id, GHashTable *changed,
             char **order)
{
  GPtrArray *old;
  GPtrArray *records;
  GHashTableIter iter;
  gpointer record;

  if (owner_id == NULL || g_hash_table_contains (shelf->by[index], owner_id))
    return;
  old = shelf_find_by (before, index, owner_id);
  records = g_ptr_array_new ();
  for (guint i = 0; old != NULL && i < old->len; i++)
    if (!g_hash_table_contains (changed, ((OctRecord *) g_ptr_array_index (old, i))->id))
      g_ptr_array_add (records, g_ptr_array_index (old, i));
  g_hash_table_iter_init (&iter, changed);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    if (record != NULL
        && g_strcmp0 (oct_record_get_text (record, shelf->fields[index]), owner_id) == 0)
      g_ptr_array_insert (records, (int) find_place (records, record, order), record);
  g_hash_table_insert (shelf->by[index], g_strdup (owner_id), records);
}

/* Everything that was otherwise than on the base before stays so, but for what is changed now. */
static void
copy_over_base (Shelf *shelf, Shelf *before)
{
  GHashTableIter iter;
  gpointer key, value;

  if (before->base == NULL)
    return;
  g_hash_table_iter_init (&iter, before->by_id);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (shelf->by_id, g_strdup (key), value);
}

static void
copy_owners (Shelf *shelf, Shelf *before)
{
  for (guint i = 0; before->base != NULL && i < shelf->n_indexes; i++)
    {
      GHashTableIter iter;
      gpointer key, value;

      g_hash_table_iter_init (&iter, before->by[i]);
      while (g_hash_table_iter_next (&iter, &key, &value))
        if (!g_hash_table_contains (shelf->by[i], key))
          g_hash_table_insert (shelf->by[i], g_strdup (key), g_ptr_array_ref (value));
    }
}

/* @all: (transfer full) */
static Shelf *
shelf_new_over (Shelf *before, GPtrArray *all, GHashTable *changed, char **order)
{
  Shelf *shelf = shelf_new_bare (before->kind, all);
  GHashTableIter iter;
  gpointer id, record;

  shelf->base = shelf_ref (before->base != NULL ? before->base : before);
  /* Over a base, keys are the shelf's own: what they came from may be gone before it is. */
  g_hash_table_unref (shelf->by_id);
  shelf->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < shelf->n_indexes; i++)
    {
      g_hash_table_unref (shelf->by[i]);
      shelf->by[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) g_ptr_array_unref);
    }
  copy_over_base (shelf, before);
  g_hash_table_iter_init (&iter, changed);
  while (g_hash_table_iter_next (&iter, &id, &record))
    {
      OctRecord *old = shelf_find (before, id);

      g_hash_table_insert (shelf->by_id, g_strdup (id), record);
      for (guint i = 0; i < shelf->n_indexes; i++)
        {
          if (old != NULL)
            merge_owner (shelf, before, i, oct_record_get_text (old, shelf->fields[i]), changed,
                         order);
          if (record != NULL)
            merge_owner (shelf, before, i, oct_record_get_text (record, shelf->fields[i]), changed,
                         order);
        }
    }
  copy_owners (shelf, before);

  return shelf;
}

static Shelf *
shelf_apply (Shelf *shelf, const OctRecordChange *change)
{
  g_autoptr (GHashTable) changed = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) order = NULL;
  GPtrArray *all;

  note_changed (changed, change->deletes, shelf->kind, TRUE);
  note_changed (changed, change->puts, shelf->kind, FALSE);
  if (g_hash_table_size (changed) == 0)
    return shelf_ref (shelf);
  order = g_strsplit (shelf->kind->order, ", ", -1);
  all = merge_all (shelf, changed, order);
  if (g_hash_table_size (changed) + (shelf->base != NULL ? g_hash_table_size (shelf->by_id) : 0)
      > MAX_OVER_BASE)
    return shelf_new (shelf->kind, all);

  return shelf_new_over (shelf, all, changed, order);
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
