/* A row of small widgets that continues on the next line when it is full.
 *
 * GtkFlowBox gives every child of a column the same width, which pulls chips of unequal length
 * apart. One function places the children, for measuring as for allocating.
 */

#include "oct-wrap-box.h"

/* The least width of a text that stands beside something, in pixels. */
#define READABLE 320

struct _OctWrapBox
{
  GtkWidget parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (OctWrapBox, oct_wrap_box, GTK_TYPE_WIDGET)

/* The room that a child and those after it ask for in one line. */
static int
measure_line_from (OctWrapBox *self, GtkWidget *child)
{
  int sum = 0;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      sum += natural + self->spacing;
    }

  return sum;
}

/* A child that expands pushes those after it to the end of its line, and is broken into lines for
 * them as long as that leaves it a readable width; else it has a line of its own. */
static int
expand (OctWrapBox *self, GtkWidget *child, int minimum, int room)
{
  int beside = room - measure_line_from (self, gtk_widget_get_next_sibling (child));

  return beside >= MAX (minimum, READABLE) ? beside : MAX (minimum, room);
}

/* Returns the height that the children need in @width, and places them where @allocate. */
static int
place_children (OctWrapBox *self, int width, gboolean allocate)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line_height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequisition minimum, natural;
      int child_width;
      int child_height;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_get_preferred_size (child, &minimum, &natural);
      child_width = MAX (MIN (natural.width, width), minimum.width);
      if (x > 0 && x + child_width > width)
        {
          x = 0;
          y += line_height + self->spacing;
          line_height = 0;
        }
      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        child_width = expand (self, child, minimum.width, width - x);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, NULL, &child_height, NULL,
                          NULL);
      if (allocate)
        gtk_widget_size_allocate (child,
                                  &(GtkAllocation) { mirrored ? width - x - child_width : x, y,
                                                     child_width, child_height },
                                  -1);
      x += child_width + self->spacing;
      line_height = MAX (line_height, child_height);
    }
  return y + line_height;
}

static void
oct_wrap_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  OctWrapBox *self = OCT_WRAP_BOX (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = place_children (self, for_size < 0 ? G_MAXINT / 2 : for_size, FALSE);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequisition child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_get_preferred_size (child, &child_minimum, &child_natural);
      *minimum = MAX (*minimum, child_minimum.width);
      *natural += child_natural.width + (*natural > 0 ? self->spacing : 0);
    }
}

static GtkSizeRequestMode
oct_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
oct_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  place_children (OCT_WRAP_BOX (widget), width, TRUE);
}

static void
oct_wrap_box_dispose (GObject *object)
{
  oct_wrap_box_remove_all (OCT_WRAP_BOX (object));
  G_OBJECT_CLASS (oct_wrap_box_parent_class)->dispose (object);
}

static void
oct_wrap_box_class_init (OctWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_wrap_box_dispose;
  widget_class->measure = oct_wrap_box_measure;
  widget_class->get_request_mode = oct_wrap_box_get_request_mode;
  widget_class->size_allocate = oct_wrap_box_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
oct_wrap_box_init (OctWrapBox *self)
{
  self->spacing = 6;
}

/**
 * oct_wrap_box_new:
 * @spacing: room between children and between lines, in pixels
 *
 * Makes an empty box.
 *
 * Returns: (transfer floating): the box
 */
GtkWidget *
oct_wrap_box_new (int spacing)
{
  OctWrapBox *self = g_object_new (OCT_TYPE_WRAP_BOX, NULL);

  self->spacing = spacing;
  return GTK_WIDGET (self);
}

/**
 * oct_wrap_box_append:
 * @self: a box
 * @child: (transfer floating): what comes next
 *
 * Adds a widget at the end.
 */
void
oct_wrap_box_append (OctWrapBox *self, GtkWidget *child)
{
  g_return_if_fail (OCT_IS_WRAP_BOX (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/**
 * oct_wrap_box_remove_all:
 * @self: a box
 *
 * Removes every child.
 */
void
oct_wrap_box_remove_all (OctWrapBox *self)
{
  GtkWidget *child;

  g_return_if_fail (OCT_IS_WRAP_BOX (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
