/* The page of a lens; see the header. Each item stands with its answers side by side; nothing puts
 * them together into one, since stages are steps.
 *
 * Cards are kept as long as the lens has the same items, so that whoever works in one keeps their
 * place when an edit is kept.
 */

#include "oct-lens-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-lens-card.h"
#include "oct-lens-file.h"
#include "oct-lens-import.h"
#include "oct-lens-item-dialog.h"
#include "oct-lens-table.h"
#include "oct-location.h"
#include "oct-save.h"
#include "oct-workbench-evidence.h"
#include "oct-wrap-box.h"

struct _OctLensPage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  OctWrapBox *choice;
  GtkLabel *name;
  GtkLabel *description;
  GtkLabel *finding;
  GtkBox *cards;
  AdwStatusPage *blank;
  GtkButton *first;
  GtkButton *add;
  GtkLabel *source;

  /* owned */
  GSignalGroup *workbench_signals;
  GCancellable *cancellable;
  char *key;           /* (nullable): the lens that the location names */
  OctLens *lens;       /* (nullable): what is shown */
  char *offered;       /* the lenses to choose from, to know whether they changed */
  GPtrArray *evidence; /* (nullable): of the trust in the chosen cycle */

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (OctLensPage, oct_lens_page, OCT_TYPE_PAGE)

static OctWorkbench *
get_workbench (OctLensPage *self)
{
  return oct_session_get_workbench (oct_page_get_session (OCT_PAGE (self)));
}

static gboolean
is_strategy (OctLens *lens)
{
  return g_str_equal (oct_lens_get_key (lens), OCT_LENS_STRATEGY);
}

static void
set_optional (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* --- choosing a lens --- */

static void
chosen_cb (OctLensPage *self, GtkToggleButton *button)
{
  const char *key = g_object_get_data (G_OBJECT (button), "lens");
  g_autofree char *location = g_strdup_printf ("lens/%s", key);

  if (!self->updating && gtk_toggle_button_get_active (button) && g_strcmp0 (key, self->key) != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

static void
make_choice (OctLensPage *self, GPtrArray *lenses)
{
  GtkToggleButton *group = NULL;

  oct_wrap_box_remove_all (self->choice);
  for (guint i = 0; i < lenses->len; i++)
    {
      OctLens *lens = g_ptr_array_index (lenses, i);
      GtkWidget *button = gtk_toggle_button_new ();
      GtkWidget *label = gtk_label_new (oct_lens_get_name (lens));

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_button_set_child (GTK_BUTTON (button), label);
      gtk_widget_set_tooltip_text (button, oct_lens_get_name (lens));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      oct_lens_get_name (lens), -1);
      g_object_set_data_full (G_OBJECT (button), "lens", g_strdup (oct_lens_get_key (lens)),
                              g_free);
      if (group != NULL)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), group);
      group = GTK_TOGGLE_BUTTON (button);
      g_signal_connect_object (button, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      oct_wrap_box_append (self->choice, button);
    }
}

static void
show_choice (OctLensPage *self, GPtrArray *lenses)
{
  GString *offered = g_string_new (NULL);

  for (guint i = 0; i < lenses->len; i++)
    g_string_append_printf (offered, "%s\n%s\n", oct_lens_get_key (g_ptr_array_index (lenses, i)),
                            oct_lens_get_name (g_ptr_array_index (lenses, i)));
  self->updating = TRUE;
  if (g_strcmp0 (offered->str, self->offered) != 0)
    make_choice (self, lenses);
  g_free (self->offered);
  self->offered = g_string_free (offered, FALSE);
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->choice)); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (button), "lens"), self->key) == 0)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  self->updating = FALSE;
}

/* --- the lens --- */

/* (transfer full): what it is for; how it is filled follows on a line of its own, and is said only while
 * it is blank. */
static char *
dup_purpose (OctLens *lens)
{
  const char *text = oct_lens_get_description (lens);
  const char *end = strchr (text, '\n');

  return end != NULL ? g_strndup (text, (gsize) (end - text)) : g_strdup (text);
}

static GtkWidget *
find_card (OctLensPage *self, const char *key)
{
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    if (g_strcmp0 (oct_lens_card_get_key (OCT_LENS_CARD (card)), key) == 0)
      return card;

  return NULL;
}

static gboolean
has_same_items (OctLensPage *self, GPtrArray *items)
{
  guint n_cards = 0;

  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    n_cards++;
  for (guint i = 0; i < items->len; i++)
    if (find_card (self, ((const OctLensItem *) g_ptr_array_index (items, i))->key) == NULL)
      return FALSE;

  return n_cards == items->len;
}

/* A card moves with its item, and whoever works in it stays there. */
static void
order_cards (OctLensPage *self, GPtrArray *items)
{
  GtkWidget *before = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      GtkWidget *card = find_card (self, ((const OctLensItem *) g_ptr_array_index (items, i))->key);

      if (gtk_widget_get_prev_sibling (card) != before)
        gtk_box_reorder_child_after (self->cards, card, before);
      before = card;
    }
}

static void
make_cards (OctLensPage *self, guint n_cards)
{
  GtkWidget *card;

  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_box_remove (self->cards, card);
  for (guint i = 0; i < n_cards; i++)
    gtk_box_append (self->cards, oct_lens_card_new (get_workbench (self)));
}

static void
count_evidence (OctLensPage *self)
{
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    oct_lens_card_count_evidence (OCT_LENS_CARD (card), self->evidence);
}

static void
show_cards (OctLensPage *self, GPtrArray *items)
{
  GtkWidget *card;

  if (!has_same_items (self, items))
    make_cards (self, items->len);
  else
    order_cards (self, items);
  card = gtk_widget_get_first_child (GTK_WIDGET (self->cards));
  for (guint i = 0; i < items->len; i++)
    {
      oct_lens_card_show (OCT_LENS_CARD (card), self->lens, g_ptr_array_index (items, i));
      card = gtk_widget_get_next_sibling (card);
    }
  count_evidence (self);
}

static void
show_lens (OctLensPage *self, OctAssessment *assessment)
{
  GPtrArray *items = oct_lens_get_items (self->lens);
  const OctCycle *cycle = oct_assessment_get_cycle (assessment);
  g_autofree char *answers = oct_lens_describe_answers (self->lens, assessment);
  g_autofree char *purpose = dup_purpose (self->lens);
  g_autofree char *finding = NULL;
  const char *add = is_strategy (self->lens) ? _("_Add a pillar…") : _("_Add an item…");

  if (cycle != NULL && items->len > 0)
    /* Translators: a cycle, such as "Autumn 2026", and what was found in it. */
    finding = g_strdup_printf (_("%s: %s"), cycle->name, answers);
  gtk_label_set_label (self->name, oct_lens_get_name (self->lens));
  set_optional (self->description, items->len > 0 ? purpose : NULL);
  set_optional (self->finding, finding);
  set_optional (self->source, oct_lens_get_source (self->lens));
  gtk_widget_set_visible (GTK_WIDGET (self->blank), items->len == 0);
  adw_status_page_set_description (self->blank, oct_lens_get_description (self->lens));
  gtk_button_set_label (self->first, add);
  gtk_button_set_label (self->add, add);
  gtk_widget_set_visible (GTK_WIDGET (self->add), items->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lens.delete",
                                 !oct_lens_is_built_in (self->lens));
  show_cards (self, items);
}

/* --- evidence --- */

static void
evidence_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctLensPage) self = OCT_LENS_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) evidence = oct_workbench_read_finish (OCT_WORKBENCH (source), result,
                                                              &error);

  if (evidence != NULL)
    {
      g_clear_pointer (&self->evidence, g_ptr_array_unref);
      self->evidence = g_steal_pointer (&evidence);
      count_evidence (self);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
stop_reading (OctLensPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
read_evidence (OctLensPage *self, OctAssessment *assessment)
{
  const OctCycle *cycle = oct_assessment_get_cycle (assessment);
  const OctEvidenceFilter filter = { .cycle_id = cycle != NULL ? cycle->id : NULL,
                                     .school_id = "trust" };

  stop_reading (self);
  if (cycle == NULL)
    {
      g_clear_pointer (&self->evidence, g_ptr_array_unref);
      return;
    }
  self->cancellable = g_cancellable_new ();
  oct_workbench_read_evidence_async (get_workbench (self), &filter, self->cancellable, evidence_cb,
                                     g_object_ref (self));
}

/* --- the whole --- */

static void
update (OctLensPage *self)
{
  OctAssessment *assessment = oct_workbench_get_assessment (get_workbench (self));
  GPtrArray *lenses = assessment != NULL ? oct_assessment_get_lenses (assessment) : NULL;
  OctLens *lens;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lens.add", lenses != NULL);
  if (lenses == NULL || lenses->len == 0)
    {
      oct_page_set_title (OCT_PAGE (self), _("Lenses"));
      g_clear_object (&self->lens);
      oct_page_show_part (self->stack, "empty");
      return;
    }
  lens = oct_assessment_find_lens (assessment, self->key);
  if (lens == NULL)
    {
      lens = g_ptr_array_index (lenses, 0);
      g_free (self->key);
      self->key = g_strdup (oct_lens_get_key (lens));
    }
  g_set_object (&self->lens, lens);
  oct_page_set_title (OCT_PAGE (self), oct_lens_get_name (lens));
  show_choice (self, lenses);
  show_lens (self, assessment);
  read_evidence (self, assessment);
  oct_page_show_part (self->stack, "ready");
}

/* --- actions --- */

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OctLensPage *self = OCT_LENS_PAGE (widget);
  GtkWindow *dialog;

  if (self->lens == NULL)
    return;
  dialog = oct_lens_item_dialog_new (get_workbench (self), self->lens, NULL);
  gtk_window_set_transient_for (dialog, GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (dialog);
}

static void
import_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  oct_lens_import_ask (widget, get_workbench (OCT_LENS_PAGE (widget)));
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctLensPage) self = OCT_LENS_PAGE (user_data);
  g_autoptr (GError) error = NULL;

  if (!oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
delete_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OctLensPage *self = OCT_LENS_PAGE (widget);

  if (self->lens != NULL)
    oct_workbench_delete_lens_async (get_workbench (self), self->lens, deleted_cb,
                                     g_object_ref (self));
}

/* --- to a file --- */

typedef struct
{
  char *lens;
  GBytes *table;
} Saved;

static void
saved_free (gpointer data)
{
  Saved *saved = data;

  g_free (saved->lens);
  g_bytes_unref (saved->table);
  g_free (saved);
}

/* The table where the name asks for one, else the lens itself. */
static gboolean
write_lens (const char *path, gpointer data, GError **error)
{
  const Saved *saved = data;
  gsize size = 0;
  const char *table = g_bytes_get_data (saved->table, &size);
  g_autofree char *name = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (name, ".csv"))
    return g_file_set_contents (path, table, (gssize) size, error);

  return g_file_set_contents (path, saved->lens, -1, error);
}

static void
save (OctLensPage *self, const char *extension)
{
  static const OctSaveKind lens_kinds[] = { { N_("Octant lens"), "*.json" }, { NULL, NULL } };
  static const OctSaveKind table_kinds[] = { { N_("Table (CSV)"), "*.csv" }, { NULL, NULL } };
  OctAssessment *assessment = oct_workbench_get_assessment (get_workbench (self));
  gboolean table = g_str_equal (extension, "csv");
  g_autofree char *file_name = NULL;
  Saved *saved;

  if (self->lens == NULL || assessment == NULL)
    return;
  saved = g_new0 (Saved, 1);
  saved->lens = oct_lens_file_format (self->lens);
  saved->table = oct_lens_to_csv (self->lens, assessment, self->evidence);
  file_name = oct_save_file_name (oct_lens_get_name (self->lens), extension);
  oct_save_ask (GTK_WIDGET (self), table ? _("Save the answers as a table") : _("Save the lens"),
                file_name, table ? table_kinds : lens_kinds, write_lens, saved, saved_free);
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  save (OCT_LENS_PAGE (widget), "json");
}

static void
oct_lens_page_export (OctPage *page)
{
  save (OCT_LENS_PAGE (page), "csv");
}

/* --- class --- */

static void
oct_lens_page_show_location (OctPage *page, const char *location)
{
  OctLensPage *self = OCT_LENS_PAGE (page);
  g_autofree char *key = oct_location_dup_id (location);

  g_signal_group_set_target (self->workbench_signals, get_workbench (self));
  if (key != NULL && *key != '\0' && g_strcmp0 (key, self->key) != 0)
    {
      g_free (self->key);
      self->key = g_steal_pointer (&key);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
    }
  update (self);
}

static void
oct_lens_page_dispose (GObject *object)
{
  OctLensPage *self = OCT_LENS_PAGE (object);

  stop_reading (self);
  if (self->workbench_signals != NULL)
    g_signal_group_set_target (self->workbench_signals, NULL);
  g_clear_object (&self->workbench_signals);
  g_clear_object (&self->lens);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->offered, g_free);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);

  G_OBJECT_CLASS (oct_lens_page_parent_class)->dispose (object);
}

static void
oct_lens_page_class_init (OctLensPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  OctPageClass *page_class = OCT_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_lens_page_dispose;
  page_class->show = oct_lens_page_show_location;
  page_class->export_ = oct_lens_page_export;

  g_type_ensure (OCT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-lens-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctLensPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctLensPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, OctLensPage, choice);
  gtk_widget_class_bind_template_child (widget_class, OctLensPage, name);
  gtk_widget_class_bind_template_child (widget_class, OctLensPage, description);
  gtk_widget_class_bind_template_child (widget_class, OctLensPage, finding);
  gtk_widget_class_bind_template_child (widget_class, OctLensPage, cards);
  gtk_widget_class_bind_template_child (widget_class, OctLensPage, blank);
  gtk_widget_class_bind_template_child (widget_class, OctLensPage, first);
  gtk_widget_class_bind_template_child (widget_class, OctLensPage, add);
  gtk_widget_class_bind_template_child (widget_class, OctLensPage, source);
  gtk_widget_class_install_action (widget_class, "lens.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "lens.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "lens.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "lens.delete", NULL, delete_cb);
}

static void
oct_lens_page_init (OctLensPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->workbench_signals = g_signal_group_new (OCT_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (self->workbench_signals, "changed", G_CALLBACK (update), self);
}
