/* The rows of the table of schools.
 *
 * The answer to a query is an array of row numbers, and that array is all the list holds: half a
 * million schools cost two megabytes and no objects. A weak table from URN to object gives items
 * their identity without keeping them alive.
 */

#include "oct-school-list.h"

#include <string.h>

#include "oct-school.h"

struct _OctSchoolList
{
  GObject parent_instance;

  /* owned */
  OctIndex *index;
  OctResult *result;
  GHashTable *items; /* URN → Item, without references */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OctSchoolList, oct_school_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* Items */

/* What the weak table remembers of a school: a dying object can't be asked for its URN. */
typedef struct
{
  OctSchoolList *list;
  OctSchool *school;
  guint32 urn;
} Item;

static void
item_gone_cb (gpointer data, GObject *school)
{
  Item *item = data;

  g_hash_table_remove (item->list->items, GUINT_TO_POINTER (item->urn));
}

static void
forget_items (OctSchoolList *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Item *item = value;

      g_object_weak_unref (G_OBJECT (item->school), item_gone_cb, item);
    }
  g_hash_table_remove_all (self->items);
}

static OctSchool *
remember_item (OctSchoolList *self, OctSchool *school)
{
  Item *item = g_new (Item, 1);

  item->list = self;
  item->school = school;
  item->urn = oct_school_get_urn (school);
  g_hash_table_insert (self->items, GUINT_TO_POINTER (item->urn), item);
  g_object_weak_ref (G_OBJECT (school), item_gone_cb, item);
  return school;
}

static OctSchool *
get_school (OctSchoolList *self, guint row)
{
  OctSchoolFacts facts;
  Item *item;

  if (!oct_index_get_facts (self->index, row, &facts))
    return NULL;
  item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (facts.urn));
  if (item != NULL)
    return g_object_ref (item->school);
  return remember_item (self, oct_index_get_school (self->index, row));
}

/* List model */

static GType
list_model_get_item_type (GListModel *model)
{
  return OCT_TYPE_SCHOOL;
}

static guint
list_model_get_n_items (GListModel *model)
{
  OctSchoolList *self = OCT_SCHOOL_LIST (model);

  return self->result != NULL ? self->result->n_rows : 0;
}

static gpointer
list_model_get_item (GListModel *model, guint position)
{
  OctSchoolList *self = OCT_SCHOOL_LIST (model);

  if (self->result == NULL || position >= self->result->n_rows)
    return NULL;
  return get_school (self, self->result->rows[position]);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = list_model_get_item_type;
  iface->get_n_items = list_model_get_n_items;
  iface->get_item = list_model_get_item;
}

/* Object */

static void
oct_school_list_finalize (GObject *object)
{
  OctSchoolList *self = OCT_SCHOOL_LIST (object);

  forget_items (self);
  g_hash_table_unref (self->items);
  g_clear_pointer (&self->result, oct_result_free);
  g_clear_object (&self->index);
  G_OBJECT_CLASS (oct_school_list_parent_class)->finalize (object);
}

static void
oct_school_list_class_init (OctSchoolListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_school_list_finalize;
}

static void
oct_school_list_init (OctSchoolList *self)
{
  self->items = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

/* Public */

/**
 * oct_school_list_new:
 *
 * Makes an empty list of schools.
 *
 * Returns: (transfer full): the list
 */
OctSchoolList *
oct_school_list_new (void)
{
  return g_object_new (OCT_TYPE_SCHOOL_LIST, NULL);
}

static gboolean
same_rows (const OctResult *a, const OctResult *b)
{
  if (a == NULL || b == NULL || a->n_rows != b->n_rows)
    return a == b;
  return a->n_rows == 0 || memcmp (a->rows, b->rows, a->n_rows * sizeof *a->rows) == 0;
}

/**
 * oct_school_list_take:
 * @self: a list
 * @index: (nullable): the index that the rows are rows of
 * @result: (nullable) (transfer full): the answer to a query of that index
 *
 * Shows another answer. One signal tells of the change, and none where nothing changed.
 */
void
oct_school_list_take (OctSchoolList *self, OctIndex *index, OctResult *result)
{
  guint removed;

  g_return_if_fail (OCT_IS_SCHOOL_LIST (self));
  g_return_if_fail (result == NULL || OCT_IS_INDEX (index));

  if (index == self->index && same_rows (self->result, result))
    {
      g_clear_pointer (&result, oct_result_free);
      return;
    }
  removed = list_model_get_n_items (G_LIST_MODEL (self));
  if (g_set_object (&self->index, index))
    forget_items (self);
  g_clear_pointer (&self->result, oct_result_free);
  self->result = result;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, removed,
                              list_model_get_n_items (G_LIST_MODEL (self)));
}

/**
 * oct_school_list_get_index:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the index that the rows are rows of
 */
OctIndex *
oct_school_list_get_index (OctSchoolList *self)
{
  g_return_val_if_fail (OCT_IS_SCHOOL_LIST (self), NULL);

  return self->index;
}

/**
 * oct_school_list_get_result:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the answer that is shown, for exports and maps of it
 */
const OctResult *
oct_school_list_get_result (OctSchoolList *self)
{
  g_return_val_if_fail (OCT_IS_SCHOOL_LIST (self), NULL);

  return self->result;
}

/**
 * oct_school_list_find_urn:
 * @self: a list
 * @urn: a school's URN
 * @position: (out): where it stands in the list
 *
 * Finds a school in the list.
 *
 * Returns: whether the list holds it
 */
gboolean
oct_school_list_find_urn (OctSchoolList *self, guint32 urn, guint *position)
{
  guint row;

  g_return_val_if_fail (OCT_IS_SCHOOL_LIST (self), FALSE);
  g_return_val_if_fail (position != NULL, FALSE);

  if (self->result == NULL || !oct_index_find_urn (self->index, urn, &row))
    return FALSE;
  for (guint i = 0; i < self->result->n_rows; i++)
    {
      if (self->result->rows[i] == row)
        {
          *position = i;
          return TRUE;
        }
    }
  return FALSE;
}
