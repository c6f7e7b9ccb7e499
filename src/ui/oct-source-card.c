/* The kept files of one dataset: how old the newest is, where the next one comes from, and for each
 * file its date, rows and fingerprint.
 *
 * Age is what a reader should see first: figures from a file of last year are last year's figures.
 */

#include "oct-source-card.h"

#include <glib/gi18n.h>

#include "oct-text.h"

/* As much of a SHA-256 as tells two files apart by eye. */
#define SHORT_SHA 12

#define DAYS_A_MONTH 30.44
#define DAYS_A_YEAR 365.25

/* Ages are said in days up to two months and in months up to two years. */
#define MAX_DAYS 60
#define MAX_MONTH_DAYS 730

struct _OctSourceCard
{
  AdwBin parent_instance;

  /* template */
  GtkLabel *title;
  GtkLabel *age;
  GtkLabel *licence;
  GtkButton *next_button;
  GtkListBox *files;

  /* owned */
  char *page;
};

G_DEFINE_FINAL_TYPE (OctSourceCard, oct_source_card, ADW_TYPE_BIN)

static char *
describe_age (int days)
{
  int n;

  if (days <= 0)
    return g_strdup (_("Published today"));
  if (days <= MAX_DAYS)
    return g_strdup_printf (ngettext ("%d day old", "%d days old", (gulong) days), days);
  if (days <= MAX_MONTH_DAYS)
    {
      n = (int) (days / DAYS_A_MONTH);
      return g_strdup_printf (ngettext ("%d month old", "%d months old", (gulong) n), n);
    }
  n = (int) (days / DAYS_A_YEAR);
  return g_strdup_printf (ngettext ("%d year old", "%d years old", (gulong) n), n);
}

static void
copy_sha_cb (GtkButton *button, gpointer user_data)
{
  const char *sha = g_object_get_data (G_OBJECT (button), "sha256");

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)), sha);
  gtk_widget_activate_action (GTK_WIDGET (button), "win.toast", "s", _("SHA-256 copied"));
}

static GtkWidget *
create_sha_button (const char *sha256)
{
  g_autofree char *short_sha = g_strndup (sha256, SHORT_SHA);
  /* Translators: the first digits of the fingerprint of a file. */
  g_autofree char *label = g_strdup_printf (_("SHA-256 %s…"), short_sha);
  g_autofree char *tooltip = NULL;
  GtkWidget *button = gtk_button_new_with_label (label);

  /* Translators: the placeholder is a long hexadecimal fingerprint of a file. */
  tooltip = g_strdup_printf (_("Copy the SHA-256 of this file: %s"), sha256);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Copy the SHA-256 of this file"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "oct-sha");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "sha256", g_strdup (sha256), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (copy_sha_cb), NULL);
  return button;
}

static GtkWidget *
create_row (const OctSourceFacts *facts)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *published = oct_text_date (facts->published);
  g_autofree char *rows = g_strdup_printf (ngettext ("%'u row", "%'u rows", (gulong) facts->rows),
                                           (guint) facts->rows);
  g_autofree char *size = g_format_size ((guint64) facts->bytes);
  /* Translators: date of publication, number of rows, size of a file. */
  g_autofree char *subtitle = g_strdup_printf (_("Published %s · %s · %s"), published, rows, size);

  g_object_set (row, "use-markup", FALSE, "title", facts->file_name, "subtitle", subtitle,
                "title-lines", 0, "subtitle-lines", 0, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_sha_button (facts->sha256));
  return row;
}

static void
next_cb (OctSourceCard *self)
{
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->page, GDK_CURRENT_TIME);
}

static void
oct_source_card_finalize (GObject *object)
{
  OctSourceCard *self = OCT_SOURCE_CARD (object);

  g_free (self->page);
  G_OBJECT_CLASS (oct_source_card_parent_class)->finalize (object);
}

static void
oct_source_card_class_init (OctSourceCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_source_card_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-source-card.ui");
  gtk_widget_class_bind_template_child (widget_class, OctSourceCard, title);
  gtk_widget_class_bind_template_child (widget_class, OctSourceCard, age);
  gtk_widget_class_bind_template_child (widget_class, OctSourceCard, licence);
  gtk_widget_class_bind_template_child (widget_class, OctSourceCard, next_button);
  gtk_widget_class_bind_template_child (widget_class, OctSourceCard, files);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
oct_source_card_init (OctSourceCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_source_card_new:
 * @sources: (element-type OctSource): the files of one dataset, newest first, at least one
 *
 * Makes a card about one dataset.
 *
 * Returns: (transfer floating): a new card
 */
GtkWidget *
oct_source_card_new (GPtrArray *sources)
{
  OctSourceCard *self;
  OctSource *newest;
  const OctSourceFacts *facts;
  g_autofree char *age = NULL;
  int days;

  g_return_val_if_fail (sources != NULL && sources->len > 0, NULL);

  self = g_object_new (OCT_TYPE_SOURCE_CARD, NULL);
  newest = g_ptr_array_index (sources, 0);
  facts = oct_source_get_facts (newest);
  days = oct_source_age_days (newest, oct_date_today ());
  age = describe_age (days);
  self->page = g_strdup (facts->page);

  gtk_label_set_label (self->title, facts->title);
  gtk_label_set_label (self->age, age);
  if (days > OCT_SOURCE_OLD_DAYS)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->age), "warning");
      gtk_widget_add_css_class (GTK_WIDGET (self->next_button), "suggested-action");
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->age),
                                   _("The newest file is more than 90 days old."));
    }
  if (*facts->publisher != '\0')
    {
      /* Translators: who published a file, and under which licence. */
      g_autofree char *licence = g_strdup_printf (_("%s, %s"), facts->publisher, facts->licence);
      gtk_label_set_label (self->licence, licence);
    }
  else
    gtk_label_set_label (self->licence, facts->licence);
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), *facts->page != '\0');
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->next_button), facts->page);
  for (guint i = 0; i < sources->len; i++)
    gtk_list_box_append (self->files,
                         create_row (oct_source_get_facts (g_ptr_array_index (sources, i))));
  return GTK_WIDGET (self);
}
