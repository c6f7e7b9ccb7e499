/* A row of a review; see the header. */

#include "oct-review-row.h"

#include <glib/gi18n.h>

#include "oct-accessible.h"
#include "oct-rating-pip.h"

struct _OctReviewRow
{
  GtkListBoxRow parent_instance;

  OctRatingPip *pip;
  GtkLabel *name;
  GtkLabel *state;

  char *id;
  gboolean recorded;
};

G_DEFINE_FINAL_TYPE (OctReviewRow, oct_review_row, GTK_TYPE_LIST_BOX_ROW)

static void
oct_review_row_finalize (GObject *object)
{
  g_free (OCT_REVIEW_ROW (object)->id);
  G_OBJECT_CLASS (oct_review_row_parent_class)->finalize (object);
}

static void
oct_review_row_class_init (OctReviewRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_review_row_finalize;
}

static GtkLabel *
new_label (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
oct_review_row_init (OctReviewRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  self->pip = OCT_RATING_PIP (oct_rating_pip_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->pip), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pip));
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_set_hexpand (words, TRUE);
  self->name = new_label (words);
  gtk_label_set_lines (self->name, 2);
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  self->state = new_label (words);
  gtk_widget_add_css_class (GTK_WIDGET (self->state), "oct-row-stage");
  gtk_widget_add_css_class (GTK_WIDGET (self->state), "caption");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "oct-judge-row");
}

/**
 * oct_review_row_new:
 *
 * Returns: (transfer floating): a row of no objective yet
 */
GtkWidget *
oct_review_row_new (void)
{
  return g_object_new (OCT_TYPE_REVIEW_ROW, NULL);
}

static OctRatingMark
get_mark (const OctProgress *progress)
{
  if (progress == NULL)
    return OCT_RATING_MARK_NONE;
  if (progress->rating == OCT_RATING_NONE && progress->final)
    return OCT_RATING_MARK_SKIPPED;

  return (OctRatingMark) progress->rating;
}

static char *
dup_state (const OctProgress *progress, const OctProgress *before)
{
  OctRatingMark mark = get_mark (progress);
  const char *was = before != NULL ? oct_rating_mark_name ((OctRatingMark) before->rating) : NULL;

  if (mark == OCT_RATING_MARK_NONE)
    /* Translators: %s is a rating, such as "Amber". */
    return was != NULL ? g_strdup_printf (_("Last time: %s"), was) : g_strdup (_("Not rated yet"));
  if (!progress->final)
    /* Translators: %s is a rating; something is still missing. */
    return g_strdup_printf (_("%s · draft"), oct_rating_mark_name (mark));
  if (was == NULL || mark == OCT_RATING_MARK_SKIPPED)
    return g_strdup (oct_rating_mark_name (mark));

  /* Translators: a rating now, and last time. */
  return g_strdup_printf (_("%s · last time: %s"), oct_rating_mark_name (mark), was);
}

static void
show (OctReviewRow *self, const char *id, const char *name, const char *state)
{
  g_autoptr (GString) spoken = g_string_new (name);

  if (g_strcmp0 (self->id, id) != 0)
    {
      g_free (self->id);
      self->id = g_strdup (id);
    }
  oct_accessible_add (spoken, state);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->state, state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken->str,
                                  -1);
}

/**
 * oct_review_row_set_objective:
 * @self: a row
 * @objective: its objective
 * @progress: (nullable): what this review says of it
 * @before: (nullable): what was recorded before
 */
void
oct_review_row_set_objective (OctReviewRow *self, const OctObjective *objective,
                              const OctProgress *progress, const OctProgress *before)
{
  g_autofree char *state = dup_state (progress, before);
  g_autofree char *name = g_strdup_printf ("%s  %s", objective->reference, objective->statement);

  g_return_if_fail (OCT_IS_REVIEW_ROW (self));

  self->recorded = progress != NULL && progress->final;
  oct_rating_pip_set (self->pip, get_mark (progress));
  gtk_widget_set_visible (GTK_WIDGET (self->pip), TRUE);
  show (self, objective->record.id, g_strstrip (name), state);
}

/**
 * oct_review_row_set_end:
 * @self: a row
 * @state: how much is recorded
 */
void
oct_review_row_set_end (OctReviewRow *self, const char *state)
{
  g_return_if_fail (OCT_IS_REVIEW_ROW (self));

  self->recorded = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->pip), FALSE);
  show (self, NULL, _("The review as a whole"), state);
}

/**
 * oct_review_row_get_id:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): its objective
 */
const char *
oct_review_row_get_id (OctReviewRow *self)
{
  g_return_val_if_fail (OCT_IS_REVIEW_ROW (self), NULL);

  return self->id;
}

/**
 * oct_review_row_is_recorded:
 * @self: a row
 *
 * Returns: whether nothing is left to do in it
 */
gboolean
oct_review_row_is_recorded (OctReviewRow *self)
{
  g_return_val_if_fail (OCT_IS_REVIEW_ROW (self), FALSE);

  return self->recorded;
}
