/* How many schools are listed, and of how many.
 *
 * The whole is all schools of the statuses asked for; it is counted anew only when these or the
 * register change, since a key must not wait for it.
 */

#include "octant-config.h"

#include "oct-schools-count.h"

#include <glib/gi18n.h>

struct _OctSchoolsCount
{
  AdwBin parent_instance;

  /* owned */
  OctIndex *index;
  char *total_of; /* the statuses that were counted */

  /* children */
  GtkInscription *label;

  guint total;
};

G_DEFINE_FINAL_TYPE (OctSchoolsCount, oct_schools_count, ADW_TYPE_BIN)

static void
update_total (OctSchoolsCount *self, OctIndex *index, OctSchoolQuery *query)
{
  g_autoptr (OctSchoolQuery) all = oct_school_query_new ();
  GPtrArray *keys = oct_school_query_get_keys (query, OCT_FACET_STATUS);
  g_autofree char *text = NULL;
  gboolean others = g_set_object (&self->index, index);

  for (guint i = 0; i < keys->len; i++)
    oct_school_query_set_key (all, OCT_FACET_STATUS, g_ptr_array_index (keys, i), TRUE);
  text = oct_school_query_to_string (all);
  if (!others && g_strcmp0 (text, self->total_of) == 0)
    return;
  g_free (self->total_of);
  self->total_of = g_steal_pointer (&text);
  self->total = oct_index_count (index, all, NULL);
}

static void
oct_schools_count_finalize (GObject *object)
{
  OctSchoolsCount *self = OCT_SCHOOLS_COUNT (object);

  g_clear_object (&self->index);
  g_free (self->total_of);

  G_OBJECT_CLASS (oct_schools_count_parent_class)->finalize (object);
}

static void
oct_schools_count_class_init (OctSchoolsCountClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_schools_count_finalize;
}

static void
oct_schools_count_init (OctSchoolsCount *self)
{
  self->label = GTK_INSCRIPTION (gtk_inscription_new (NULL));
  gtk_inscription_set_min_chars (self->label, 10);
  gtk_inscription_set_nat_chars (self->label, 28);
  gtk_inscription_set_text_overflow (self->label, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_valign (GTK_WIDGET (self->label), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "count");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->label));
}

/**
 * oct_schools_count_update:
 * @self: the count
 * @index: what was searched
 * @query: what was asked
 * @n: how many schools answer it
 *
 * Says how many there are.
 */
void
oct_schools_count_update (OctSchoolsCount *self, OctIndex *index, OctSchoolQuery *query, guint n)
{
  g_autofree char *text = NULL;

  g_return_if_fail (OCT_IS_SCHOOLS_COUNT (self));

  update_total (self, index, query);
  if (n == self->total)
    text = g_strdup_printf (ngettext ("%'u school", "%'u schools", n), n);
  else
    /* Translators: how many schools are listed, and how many there are. */
    text = g_strdup_printf (ngettext ("%'u of %'u school", "%'u of %'u schools", self->total), n,
                            self->total);
  gtk_inscription_set_text (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
}
