/* Dots for schools above the steps of the stages, in the order of the stages.
 *
 * Each step has a tread, so that an empty one is seen to be empty; schools that are not judged are
 * rings that stand on no tread. Dots fill a column from the bottom and then the next one, so that
 * ninety schools have room. It repeats what is said in words beside it; a screen reader passes over
 * it.
 */

#include "oct-school-dots.h"

#define DOT 5
#define GAP 2
#define ROWS 4
#define PITCH (DOT + GAP)
#define TREAD_GAP 6
#define FIRST_TREAD 3
#define HEIGHT (ROWS * PITCH + FIRST_TREAD)

struct _OctSchoolDots
{
  GtkWidget parent_instance;

  guint n_steps;
  guint schools[OCT_FRAMEWORK_MAX_STAGES];
  guint n_not_judged;
};

G_DEFINE_FINAL_TYPE (OctSchoolDots, oct_school_dots, GTK_TYPE_WIDGET)

static int
tread_width (guint n_dots)
{
  return MAX ((int) (n_dots + ROWS - 1) / ROWS, 2) * PITCH - GAP;
}

static int
measure_width (OctSchoolDots *self)
{
  int width = 0;

  for (guint i = 0; i < self->n_steps; i++)
    width += tread_width (self->schools[i]) + (i > 0 ? TREAD_GAP : 0);
  if (self->n_not_judged > 0)
    width += TREAD_GAP + tread_width (self->n_not_judged);

  return width;
}

static void
oct_school_dots_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  OctSchoolDots *self = OCT_SCHOOL_DOTS (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? measure_width (self) : HEIGHT;
}

static void
draw_dots (cairo_t *cr, double x, double bottom, guint n_dots, gboolean ring)
{
  for (guint i = 0; i < n_dots; i++)
    {
      double centre_x = x + (i / ROWS) * PITCH + DOT / 2.0;
      double centre_y = bottom - (i % ROWS) * PITCH - DOT / 2.0;

      cairo_new_sub_path (cr);
      cairo_arc (cr, centre_x, centre_y, ring ? DOT / 2.0 - 0.5 : DOT / 2.0, 0, 2 * G_PI);
      if (ring)
        cairo_stroke (cr);
      else
        cairo_fill (cr);
    }
}

static void
draw (OctSchoolDots *self, cairo_t *cr, const GdkRGBA *ink, int bottom)
{
  int x = 0;

  for (guint i = 0; i < self->n_steps; i++)
    {
      int width = tread_width (self->schools[i]);

      cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, ink->alpha * 0.45);
      cairo_rectangle (cr, x, bottom - 1, width, 1);
      cairo_fill (cr);
      cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, ink->alpha);
      draw_dots (cr, x, bottom - FIRST_TREAD, self->schools[i], FALSE);
      x += width + TREAD_GAP;
    }
  cairo_set_line_width (cr, 1);
  cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, ink->alpha * 0.7);
  draw_dots (cr, x, bottom - FIRST_TREAD, self->n_not_judged, TRUE);
}

static void
oct_school_dots_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OctSchoolDots *self = OCT_SCHOOL_DOTS (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  GdkRGBA ink;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  /* The first stage stands where reading begins. */
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  draw (self, cr, &ink, (height + HEIGHT) / 2);
  cairo_destroy (cr);
}

static void
oct_school_dots_class_init (OctSchoolDotsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = oct_school_dots_measure;
  widget_class->snapshot = oct_school_dots_snapshot;
  gtk_widget_class_set_css_name (widget_class, "schooldots");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
oct_school_dots_init (OctSchoolDots *self)
{
}

/**
 * oct_school_dots_new:
 *
 * Returns: (transfer floating): dots that show nothing yet
 */
GtkWidget *
oct_school_dots_new (void)
{
  return g_object_new (OCT_TYPE_SCHOOL_DOTS, NULL);
}

/**
 * oct_school_dots_set:
 * @self: dots
 * @answer: says how many schools stand at each step
 *
 * Shows where schools stand.
 */
void
oct_school_dots_set (OctSchoolDots *self, const OctLensAnswer *answer)
{
  g_return_if_fail (OCT_IS_SCHOOL_DOTS (self) && answer != NULL);

  self->n_steps = answer->n_steps;
  for (guint i = 0; i < OCT_FRAMEWORK_MAX_STAGES; i++)
    self->schools[i] = answer->schools[i];
  self->n_not_judged = answer->n_not_judged;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
