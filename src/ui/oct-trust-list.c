/* The rows of the table of trusts.
 *
 * All groups are in memory, some seven thousand. They are put in order once, when the order or the
 * register changes, and their names are folded once; a key then only walks them and leaves out what
 * doesn't match, which keeps their order.
 */

#include "oct-trust-list.h"

#include <stdlib.h>
#include <string.h>

#include "oct-fold.h"

/* A trust with what is looked at again with every key. */
typedef struct
{
  OctTrust *trust;
  char *words; /* folded: name, UID, Companies House number */
  char *key;   /* of its place in an order of texts, else NULL */
  double value;
} Entry;

struct _OctTrustList
{
  GObject parent_instance;

  /* owned */
  GListModel *trusts; /* of the register */
  GArray *entries;    /* Entry, all, in order */
  GPtrArray *shown;   /* borrowed from the entries */

  OctTrustColumn sort;
  gboolean descending;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OctTrustList, oct_trust_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* Entries */

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->trust);
  g_free (entry->words);
  g_free (entry->key);
}

static char *
fold_words (OctTrust *trust)
{
  const OctTrustFacts *facts = oct_trust_get_facts (trust);
  g_autofree char *name = oct_fold (facts->name);

  return g_strdup_printf ("%s %u %s", name, facts->uid,
                          facts->company_number != NULL ? facts->company_number : "");
}

static void
read_trusts (OctTrustList *self)
{
  g_array_set_size (self->entries, 0);
  for (guint i = 0; self->trusts != NULL && i < g_list_model_get_n_items (self->trusts); i++)
    {
      Entry entry = { .trust = g_list_model_get_item (self->trusts, i) };

      entry.words = fold_words (entry.trust);
      g_array_append_val (self->entries, entry);
    }
}

static int
compare_entries (gconstpointer a, gconstpointer b, gpointer data)
{
  const Entry *one = a;
  const Entry *two = b;
  const OctTrustList *self = data;
  int order = one->key != NULL ? strcmp (one->key, two->key)
                               : (one->value > two->value) - (one->value < two->value);

  return self->descending ? -order : order;
}

/* Equal ones stay in the order they had in the register. */
static void
sort_entries (OctTrustList *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);
      const OctTrustFacts *facts = oct_trust_get_facts (entry->trust);

      g_clear_pointer (&entry->key, g_free);
      if (oct_trust_column_is_numeric (self->sort))
        {
          entry->value = oct_trust_column_value (self->sort, facts);
          continue;
        }
      g_autofree char *text = oct_trust_column_text (self->sort, facts);
      entry->key = g_utf8_collate_key (text, -1);
    }
  g_array_sort_with_data (self->entries, compare_entries, self);
}

/* Returns whether there were others or another order before. */
static gboolean
prepare (OctTrustList *self, GListModel *trusts, const OctTrustQuery *query)
{
  gboolean others = g_set_object (&self->trusts, trusts);

  if (!others && query->sort == self->sort && query->descending == self->descending)
    return FALSE;
  self->sort = query->sort;
  self->descending = query->descending;
  read_trusts (self);
  sort_entries (self);
  return TRUE;
}

static gboolean
same_rows (GPtrArray *a, GPtrArray *b)
{
  return a->len == b->len
         && (a->len == 0 || memcmp (a->pdata, b->pdata, a->len * sizeof *a->pdata) == 0);
}

/* List model */

static GType
list_model_get_item_type (GListModel *model)
{
  return OCT_TYPE_TRUST;
}

static guint
list_model_get_n_items (GListModel *model)
{
  return OCT_TRUST_LIST (model)->shown->len;
}

static gpointer
list_model_get_item (GListModel *model, guint position)
{
  OctTrustList *self = OCT_TRUST_LIST (model);

  return position < self->shown->len ? g_object_ref (g_ptr_array_index (self->shown, position))
                                     : NULL;
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
oct_trust_list_finalize (GObject *object)
{
  OctTrustList *self = OCT_TRUST_LIST (object);

  g_ptr_array_unref (self->shown);
  g_array_unref (self->entries);
  g_clear_object (&self->trusts);

  G_OBJECT_CLASS (oct_trust_list_parent_class)->finalize (object);
}

static void
oct_trust_list_class_init (OctTrustListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_trust_list_finalize;
}

static void
oct_trust_list_init (OctTrustList *self)
{
  self->shown = g_ptr_array_new ();
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
}

/**
 * oct_trust_list_new:
 *
 * Returns: (transfer full): an empty list of trusts
 */
OctTrustList *
oct_trust_list_new (void)
{
  return g_object_new (OCT_TYPE_TRUST_LIST, NULL);
}

/**
 * oct_trust_list_ask:
 * @self: a list
 * @session: whose register and watchlist are asked
 * @query: what is asked
 * @counts: (out caller-allocates): what matched
 *
 * Shows the trusts that match, in the order asked for. One signal tells of the change, and none
 * where nothing changed.
 *
 * Returns: whether there is a register
 */
gboolean
oct_trust_list_ask (OctTrustList *self, OctSession *session, const OctTrustQuery *query,
                    OctTrustCounts *counts)
{
  OctRegister *reg = oct_session_get_register (session);
  GListModel *trusts = reg != NULL ? oct_register_get_trusts (reg) : NULL;
  g_autoptr (GPtrArray) before = self->shown;
  gboolean anew = prepare (self, trusts, query);
  g_autofree char *words = oct_fold (query->text);

  memset (counts, 0, sizeof *counts);
  self->shown = g_ptr_array_new ();
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      const OctTrustFacts *facts = oct_trust_get_facts (entry->trust);
      OctTrustKind kind = oct_trust_kind_of (facts->type);
      gboolean in_list = query->kind == OCT_TRUST_KIND_ALL || query->kind == kind;

      counts->in_list += in_list && oct_trust_query_has_status (query, facts) ? 1 : 0;
      if (!oct_trust_query_matches (query, facts, entry->words, words,
                                    oct_session_is_trust_starred (session, facts->uid)))
        continue;
      counts->of_kind[kind]++;
      counts->of_kind[OCT_TRUST_KIND_ALL]++;
      if (in_list)
        g_ptr_array_add (self->shown, entry->trust);
    }
  if (anew || !same_rows (before, self->shown))
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before->len, self->shown->len);
  return trusts != NULL;
}
