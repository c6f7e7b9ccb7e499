/* The mark of a rating beside its word; see the header.
 *
 * It repeats what the words beside it say, so a screen reader passes over it. It grows with the text.
 */

#include "oct-rating-pip.h"

#include "oct-widget-theme.h"

/* In heights of the text. */
#define SIZE 1.5

struct _OctRatingPip
{
  GtkWidget parent_instance;

  OctRatingMark mark;
  OctTravelMark travel;
  gboolean is_travel;
};

G_DEFINE_FINAL_TYPE (OctRatingPip, oct_rating_pip, GTK_TYPE_WIDGET)

static void
oct_rating_pip_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  OctChartTheme theme;

  oct_widget_get_chart_theme (widget, &theme);
  *minimum = *natural = (int) (theme.size_text * SIZE + 2);
}

static void
oct_rating_pip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OctRatingPip *self = OCT_RATING_PIP (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  OctChartTheme theme;

  oct_widget_get_chart_theme (widget, &theme);
  if (self->is_travel)
    {
      GdkRGBA ink;

      gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
      oct_travel_mark_draw (cr, self->travel, width / 2.0, height / 2.0, theme.size_text * SIZE,
                            (OctColour) { ink.red, ink.green, ink.blue, ink.alpha });
    }
  else
    oct_rating_mark_draw (cr, &theme, self->mark, width / 2.0, height / 2.0,
                          theme.size_text * SIZE);
  cairo_destroy (cr);
}

static void
oct_rating_pip_class_init (OctRatingPipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = oct_rating_pip_measure;
  widget_class->snapshot = oct_rating_pip_snapshot;
  gtk_widget_class_set_css_name (widget_class, "ratingpip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
oct_rating_pip_init (OctRatingPip *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * oct_rating_pip_new:
 *
 * Returns: (transfer floating): a mark of no rating
 */
GtkWidget *
oct_rating_pip_new (void)
{
  return g_object_new (OCT_TYPE_RATING_PIP, NULL);
}

/**
 * oct_rating_pip_set:
 * @self: a mark
 * @mark: what it shows
 */
void
oct_rating_pip_set (OctRatingPip *self, OctRatingMark mark)
{
  g_return_if_fail (OCT_IS_RATING_PIP (self));

  self->mark = mark;
  self->is_travel = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * oct_rating_pip_set_travel:
 * @self: a mark
 * @travel: the arrow that it shows
 */
void
oct_rating_pip_set_travel (OctRatingPip *self, OctTravelMark travel)
{
  g_return_if_fail (OCT_IS_RATING_PIP (self));

  self->travel = travel;
  self->is_travel = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
