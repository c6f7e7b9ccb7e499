/* A small flight of steps that shows a stage at a glance.
 *
 * The steps up to the stage are filled, those of a draft are drawn in outline, and where nothing is
 * judged only a dotted line stands, so that "not yet", the first step, looks different. It repeats
 * what the words beside it say, in the colour of the text; a screen reader passes over it.
 */

#include "oct-stage-pips.h"

#define BAR_WIDTH 4
#define BAR_GAP 2
#define HEIGHT 16
#define FIRST_HEIGHT 5
#define SOFT 0.3

struct _OctStagePips
{
  GtkWidget parent_instance;

  guint n_steps;
  int step;
  gboolean draft;
};

G_DEFINE_FINAL_TYPE (OctStagePips, oct_stage_pips, GTK_TYPE_WIDGET)

static void
oct_stage_pips_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  OctStagePips *self = OCT_STAGE_PIPS (widget);
  int n_steps = (int) self->n_steps;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = n_steps * BAR_WIDTH + MAX (n_steps - 1, 0) * BAR_GAP;
  else
    *minimum = *natural = HEIGHT;
}

static void
draw_bar (OctStagePips *self, cairo_t *cr, const GdkRGBA *ink, int index, double x, double bottom)
{
  double height = HEIGHT;
  gboolean reached = index <= self->step;

  if (self->n_steps > 1)
    height = FIRST_HEIGHT + (double) (HEIGHT - FIRST_HEIGHT) * index / (self->n_steps - 1);
  if (self->step < 0)
    {
      cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, ink->alpha * 0.6);
      cairo_rectangle (cr, x + 1, bottom - 2, 2, 2);
      cairo_fill (cr);
      return;
    }
  cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, ink->alpha * (reached ? 1 : SOFT));
  if (reached && !self->draft)
    {
      cairo_rectangle (cr, x, bottom - height, BAR_WIDTH, height);
      cairo_fill (cr);
      return;
    }
  /* A step that isn't reached is a low tread, so that the two differ without colour. */
  if (!reached)
    {
      cairo_rectangle (cr, x, bottom - 2, BAR_WIDTH, 2);
      cairo_fill (cr);
      return;
    }
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, x + 0.5, bottom - height + 0.5, BAR_WIDTH - 1, height - 1);
  cairo_stroke (cr);
}

static void
oct_stage_pips_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OctStagePips *self = OCT_STAGE_PIPS (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int bottom = (height + HEIGHT) / 2;
  GdkRGBA ink;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  for (int i = 0; i < (int) self->n_steps; i++)
    {
      int x = i * (BAR_WIDTH + BAR_GAP);

      draw_bar (self, cr, &ink, i, mirrored ? width - x - BAR_WIDTH : x, bottom);
    }
  cairo_destroy (cr);
}

static void
oct_stage_pips_class_init (OctStagePipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = oct_stage_pips_measure;
  widget_class->snapshot = oct_stage_pips_snapshot;
  gtk_widget_class_set_css_name (widget_class, "stagepips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
oct_stage_pips_init (OctStagePips *self)
{
  self->step = OCT_STAGE_NONE;
}

/**
 * oct_stage_pips_new:
 *
 * Returns: (transfer floating): steps that show nothing yet
 */
GtkWidget *
oct_stage_pips_new (void)
{
  return g_object_new (OCT_TYPE_STAGE_PIPS, NULL);
}

/**
 * oct_stage_pips_set:
 * @self: steps
 * @n_steps: how many stages are in use
 * @step: the stage, from 0, or %OCT_STAGE_NONE
 * @draft: whether the judgement isn't finished
 *
 * Shows a stage.
 */
void
oct_stage_pips_set (OctStagePips *self, guint n_steps, int step, gboolean draft)
{
  g_return_if_fail (OCT_IS_STAGE_PIPS (self));

  if (self->n_steps != n_steps)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  self->n_steps = n_steps;
  self->step = step;
  self->draft = draft;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
