/* A drawn row for an exception; see the header.
 *
 * GtkListBoxRow brings keys, hover, the ring of the focus and the place in the tree that a screen reader
 * walks. Words are broken into as many lines as they need.
 */

#include "oct-exception-row.h"

#include "oct-accessible.h"
#include "oct-rating-marks.h"
#include "oct-row-text.h"
#include "oct-widget-theme.h"

#define MARGIN 12
#define GAP 12
#define ABOVE 8 /* and below the words */
#define BETWEEN 3
#define MARK_SIZE 18
#define MARK_ROOM (MARK_SIZE + 2)
#define LEAST_TEXT_WIDTH 100
#define USUAL_TEXT_WIDTH 300

/* As .caption. */
#define SMALLER 0.82

struct _OctExceptionRow
{
  GtkListBoxRow parent_instance;

  gboolean rated; /* there is a mark */
  OctRating rating;
  OctRowText title;
  OctRowText subtitle;

  guint serial; /* of the font that the texts were laid out in */
};

G_DEFINE_FINAL_TYPE (OctExceptionRow, oct_exception_row, GTK_TYPE_LIST_BOX_ROW)

/* Lays the texts out, unless they are in the font of the row already. */
static void
lay_out (OctExceptionRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint serial = pango_context_get_serial (gtk_widget_get_pango_context (widget));

  if (self->serial == serial)
    return;
  self->serial = serial;
  oct_row_text_lay_out (&self->title, widget, 1);
  oct_row_text_lay_out (&self->subtitle, widget, SMALLER);
}

static int
room_before (OctExceptionRow *self)
{
  return MARGIN + (self->rated ? MARK_ROOM + GAP : 0);
}

/* Returns the height of title and subtitle together. */
static int
fit (OctExceptionRow *self, int width, int *title_height)
{
  int room = MAX (width - room_before (self) - MARGIN, 1);
  int title = oct_row_text_fit (&self->title, room, 0);
  int subtitle = oct_row_text_fit (&self->subtitle, room, 0);

  if (title_height != NULL)
    *title_height = title;
  return title + BETWEEN + subtitle;
}

static void
draw_mark (OctExceptionRow *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double x = rtl ? width - MARGIN - MARK_ROOM : MARGIN, y = (height - MARK_ROOM) / 2;
  OctChartTheme theme;
  cairo_t *cr;

  if (!self->rated)
    return;
  oct_widget_get_chart_theme (widget, &theme);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x, y, MARK_ROOM, MARK_ROOM));
  oct_rating_mark_draw (cr, &theme, (OctRatingMark) self->rating, x + MARK_ROOM / 2.0,
                        y + MARK_ROOM / 2.0, MARK_SIZE);
  cairo_destroy (cr);
}

/* --- class --- */

static void
oct_exception_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OctExceptionRow *self = OCT_EXCEPTION_ROW (widget);
  GdkRGBA colour, dim;
  int title_height, y;

  lay_out (self);
  y = (gtk_widget_get_height (widget) - fit (self, gtk_widget_get_width (widget), &title_height))
      / 2;
  oct_row_text_get_colours (widget, &colour, &dim);
  draw_mark (self, snapshot);
  oct_row_text_draw (self->title.layout, widget, snapshot, room_before (self), y, &colour);
  oct_row_text_draw (self->subtitle.layout, widget, snapshot, room_before (self),
                     y + title_height + BETWEEN, &dim);
}

static GtkSizeRequestMode
oct_exception_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
oct_exception_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  OctExceptionRow *self = OCT_EXCEPTION_ROW (widget);
  int chrome = room_before (self) + MARGIN;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = chrome + LEAST_TEXT_WIDTH;
      *natural = chrome + USUAL_TEXT_WIDTH;
      return;
    }
  lay_out (self);
  *minimum = *natural = MAX (MARK_ROOM,
                             fit (self, for_size > 0 ? for_size : chrome + USUAL_TEXT_WIDTH, NULL))
                        + 2 * ABOVE;
}

static void
oct_exception_row_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  OCT_EXCEPTION_ROW (widget)->serial = 0;
  GTK_WIDGET_CLASS (oct_exception_row_parent_class)->direction_changed (widget, previous);
}

static void
oct_exception_row_finalize (GObject *object)
{
  OctExceptionRow *self = OCT_EXCEPTION_ROW (object);

  oct_row_text_clear (&self->title);
  oct_row_text_clear (&self->subtitle);

  G_OBJECT_CLASS (oct_exception_row_parent_class)->finalize (object);
}

static void
oct_exception_row_class_init (OctExceptionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_exception_row_finalize;
  widget_class->get_request_mode = oct_exception_row_get_request_mode;
  widget_class->measure = oct_exception_row_measure;
  widget_class->snapshot = oct_exception_row_snapshot;
  widget_class->direction_changed = oct_exception_row_direction_changed;
}

static void
oct_exception_row_init (OctExceptionRow *self)
{
  /* The row draws what is in it. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}

/**
 * oct_exception_row_new:
 *
 * Returns: (transfer floating): a row that says nothing yet
 */
GtkWidget *
oct_exception_row_new (void)
{
  return g_object_new (OCT_TYPE_EXCEPTION_ROW, NULL);
}

static void
say (OctExceptionRow *self)
{
  g_autoptr (GString) name = g_string_new (self->title.text);

  if (self->rated)
    oct_accessible_add (name, oct_rating_mark_name ((OctRatingMark) self->rating));
  oct_accessible_add (name, self->subtitle.text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  -1);
}

/**
 * oct_exception_row_set:
 * @self: a row
 * @rating: (nullable): what the mark says, %NULL for a row without one
 * @title: what the row says
 * @subtitle: what stands below in smaller type
 *
 * Makes the row say something else. Where that is what it says already, nothing is drawn anew.
 */
void
oct_exception_row_set (OctExceptionRow *self, const OctRating *rating, const char *title,
                       const char *subtitle)
{
  gboolean same;

  g_return_if_fail (OCT_IS_EXCEPTION_ROW (self));
  g_return_if_fail (title != NULL);
  g_return_if_fail (subtitle != NULL);

  same = self->rated == (rating != NULL) && (rating == NULL || self->rating == *rating)
         && g_strcmp0 (self->title.text, title) == 0
         && g_strcmp0 (self->subtitle.text, subtitle) == 0;
  if (same)
    return;
  self->rated = rating != NULL;
  self->rating = rating != NULL ? *rating : OCT_RATING_NONE;
  oct_row_text_clear (&self->title);
  oct_row_text_clear (&self->subtitle);
  self->title.text = g_strdup (title);
  self->subtitle.text = g_strdup (subtitle);
  self->serial = 0;
  say (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * oct_exception_row_get_title:
 * @self: a row
 *
 * Returns: (nullable): what it says
 */
const char *
oct_exception_row_get_title (OctExceptionRow *self)
{
  g_return_val_if_fail (OCT_IS_EXCEPTION_ROW (self), NULL);

  return self->title.text;
}
