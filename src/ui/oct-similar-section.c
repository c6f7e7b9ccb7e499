/* The schools most like a school, with the method in words and what counts in the reader's hands.
 *
 * Three scales weigh pupils, free school meals and region from "doesn't count" to "counts
 * double"; the weights are the reader's and hold for every school until they are changed. The
 * sentence above the list always says which of them were used.
 */

#include "oct-similar-section.h"

#include <glib/gi18n.h>

#include "oct-commands.h"
#include "oct-neighbour-list.h"
#include "oct-section.h"

#define SETTING "similar-weights"
#define MAX_SIMILAR 8

struct _OctSimilarSection
{
  AdwBin parent_instance;

  /* template */
  OctSection *section;
  OctNeighbourList *list;
  GtkAdjustment *pupils;
  GtkAdjustment *fsm;
  GtkAdjustment *region;

  /* owned */
  OctSession *session;

  guint32 urn;
  guint update_id;
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (OctSimilarSection, oct_similar_section, ADW_TYPE_BIN)

static OctSimilarOptions
get_options (OctSimilarSection *self)
{
  return (OctSimilarOptions) {
    .pupils = gtk_adjustment_get_value (self->pupils),
    .fsm = gtk_adjustment_get_value (self->fsm),
    .region = gtk_adjustment_get_value (self->region),
  };
}

static char *
describe_weight (const char *name, double weight)
{
  if (weight <= 0)
    return NULL;
  if (weight < 0.995 || weight > 1.005)
    /* Translators: what counts in a comparison, and how much of its ordinary weight. */
    return g_strdup_printf (_("%s (weight %.1f)"), name, weight);

  return g_strdup (name);
}

static void
describe_method (OctSimilarSection *self, const OctSimilarOptions *options)
{
  const char *names[] = { _("number of pupils"), _("share eligible for free school meals"),
                          _("region") };
  const double weights[] = { options->pupils, options->fsm, options->region };
  g_autoptr (GString) counted = g_string_new (NULL);
  g_autofree char *description = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = describe_weight (names[i], weights[i]);

      if (text == NULL)
        continue;
      if (counted->len > 0)
        g_string_append (counted, ", ");
      g_string_append (counted, text);
    }

  if (counted->len == 0)
    description = g_strdup (_("Open schools of the same phase and sector. Nothing counts at "
                              "present, so their order means nothing: adjust what counts."));
  else
    /* Translators: a list such as "number of pupils, region". */
    description = g_strdup_printf (_("Open schools of the same phase and sector, closest in: %s. "
                                     "Most similar first; no judgement of quality."),
                                   counted->str);
  oct_section_set_description (self->section, description);
}

static void
update (OctSimilarSection *self)
{
  OctRegister *reg = oct_session_get_register (self->session);
  OctSimilarOptions options = get_options (self);
  g_autoptr (GArray) similar = NULL;

  if (reg == NULL)
    return;

  similar = oct_find_similar (self->session, self->urn, &options, MAX_SIMILAR);
  describe_method (self, &options);
  oct_neighbour_list_show_similar (self->list, oct_register_get_index (reg), similar);
}

static gboolean
update_cb (gpointer data)
{
  OctSimilarSection *self = data;

  self->update_id = 0;
  if (self->session != NULL)
    update (self);

  return G_SOURCE_REMOVE;
}

static void
weight_changed_cb (OctSimilarSection *self)
{
  OctSimilarOptions options = get_options (self);
  char pupils[G_ASCII_DTOSTR_BUF_SIZE];
  char fsm[G_ASCII_DTOSTR_BUF_SIZE];
  char region[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *setting = NULL;

  if (self->loading || self->session == NULL)
    return;

  g_ascii_formatd (pupils, sizeof pupils, "%.2f", options.pupils);
  g_ascii_formatd (fsm, sizeof fsm, "%.2f", options.fsm);
  g_ascii_formatd (region, sizeof region, "%.2f", options.region);
  setting = g_strdup_printf ("%s,%s,%s", pupils, fsm, region);
  oct_session_set_setting (self->session, SETTING, setting);
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_LOW, update_cb, self, NULL);
}

static void
reset_cb (OctSimilarSection *self)
{
  gtk_adjustment_set_value (self->pupils, 1);
  gtk_adjustment_set_value (self->fsm, 1);
  gtk_adjustment_set_value (self->region, 1);
}

static void
read_weights (OctSimilarSection *self)
{
  g_autofree char *setting = oct_session_get_setting (self->session, SETTING);
  g_auto (GStrv) parts = g_strsplit (setting != NULL ? setting : "", ",", 4);
  GtkAdjustment *adjustments[] = { self->pupils, self->fsm, self->region };

  self->loading = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (adjustments); i++)
    gtk_adjustment_set_value (adjustments[i], g_strv_length (parts) == G_N_ELEMENTS (adjustments)
                                                ? g_ascii_strtod (parts[i], NULL)
                                                : 1);
  self->loading = FALSE;
}

static void
oct_similar_section_dispose (GObject *object)
{
  OctSimilarSection *self = OCT_SIMILAR_SECTION (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->session);
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (oct_similar_section_parent_class)->dispose (object);
}

static void
oct_similar_section_class_init (OctSimilarSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_similar_section_dispose;

  g_type_ensure (OCT_TYPE_SECTION);
  g_type_ensure (OCT_TYPE_NEIGHBOUR_LIST);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-similar-section.ui");
  gtk_widget_class_bind_template_child (widget_class, OctSimilarSection, section);
  gtk_widget_class_bind_template_child (widget_class, OctSimilarSection, list);
  gtk_widget_class_bind_template_child (widget_class, OctSimilarSection, pupils);
  gtk_widget_class_bind_template_child (widget_class, OctSimilarSection, fsm);
  gtk_widget_class_bind_template_child (widget_class, OctSimilarSection, region);
  gtk_widget_class_bind_template_callback (widget_class, weight_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
oct_similar_section_init (OctSimilarSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_similar_section_new:
 *
 * Returns: (transfer floating): an empty section
 */
GtkWidget *
oct_similar_section_new (void)
{
  return g_object_new (OCT_TYPE_SIMILAR_SECTION, NULL);
}

/**
 * oct_similar_section_load:
 * @session: where to look, and where the weights are kept
 * @urn: a school
 *
 * Shows the schools most like a school; they are looked for when the window is idle.
 */
void
oct_similar_section_load (OctSimilarSection *self, OctSession *session, guint32 urn)
{
  g_return_if_fail (OCT_IS_SIMILAR_SECTION (self));

  g_set_object (&self->session, session);
  self->urn = urn;
  read_weights (self);
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_LOW, update_cb, self, NULL);
}
