/* A board of plans; see the header.
 *
 * A column is a drawn table in its narrow form, so that a board of thousands of cards is as quick as a
 * list. Cards stand in the order of schools, in every column: nothing is ordered by how well it does.
 */

#include "oct-plans-board.h"

#include <glib/gi18n.h>

#include "oct-plan-edits.h"
#include "oct-plans-table.h"
#include "oct-rating-marks.h"
#include "oct-table-row.h"

/* A column of cards is between these, in pixels. */
#define COLUMN_WIDTH 270
#define COLUMN_MOST 480
#define MOST_COLUMNS 6

typedef struct
{
  int value; /* of the rating or the status */
  GtkWidget *box;
  GtkLabel *heading;
  OctDrawnTable *table;
  GListStore *cards;
} Column;

struct _OctPlansBoard
{
  AdwBin parent_instance;

  /* children */
  Column columns[MOST_COLUMNS];
  guint n_columns;

  /* owned */
  OctPlanItem *dragged; /* NULL but while one is */

  OctBoardKind kind;
};

G_DEFINE_FINAL_TYPE (OctPlansBoard, oct_plans_board, ADW_TYPE_BIN)

enum
{
  SIGNAL_OPEN,
  SIGNAL_MOVE,
  SIGNAL_LEAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_name (OctPlansBoard *self, int value)
{
  return self->kind == OCT_BOARD_RATINGS ? oct_rating_mark_name ((OctRatingMark) value)
                                         : oct_choice_to_text (oct_plan_statuses, value);
}

static const OctPlan *
get_plan (OctPlanItem *item)
{
  return oct_plan_item_get_row (item)->plan;
}

/* --- finding one's way --- */

/* The column that has the keyboard's focus, or %NULL. */
static Column *
get_focused (OctPlansBoard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < self->n_columns; i++)
    {
      GtkWidget *table = GTK_WIDGET (self->columns[i].table);

      if (focus == table || gtk_widget_is_ancestor (focus, table))
        return &self->columns[i];
    }

  return NULL;
}

static gboolean
focus_card (OctPlansBoard *self, OctPlanItem *card)
{
  for (guint i = 0; i < self->n_columns; i++)
    for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (self->columns[i].cards)); k++)
      {
        g_autoptr (OctPlanItem) other = g_list_model_get_item (
          G_LIST_MODEL (self->columns[i].cards), k);

        if (!oct_plan_item_is_same (other, card))
          continue;
        oct_drawn_table_set_position (self->columns[i].table, k);
        return gtk_widget_grab_focus (GTK_WIDGET (self->columns[i].table));
      }

  return FALSE;
}

/* --- moving --- */

static gboolean
can_move (OctPlansBoard *self, OctPlanItem *item, int to)
{
  if (self->kind == OCT_BOARD_STATUSES)
    return (int) get_plan (item)->status != to
           && oct_plan_status_can_become (get_plan (item)->status, (OctPlanStatus) to);

  return to != OCT_RATING_NONE && to != (int) oct_plan_row_get_rating (oct_plan_item_get_row (item))
         && !oct_plan_status_is_still (get_plan (item)->status);
}

/* A rating is only proposed: the review of the plan opens with it. */
static void
move (OctPlansBoard *self, OctPlanItem *item, int to)
{
  g_autofree char *review = NULL;

  if (self->kind == OCT_BOARD_STATUSES)
    {
      g_signal_emit (self, signals[SIGNAL_MOVE], 0, item, to);
      return;
    }
  review = oct_plan_row_get_review (oct_plan_item_get_row (item), (OctRating) to);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", review);
}

/* A plan that is paused or stopped isn't reviewed; else there is no column further on. */
static void
refuse (OctPlansBoard *self, OctPlanItem *item)
{
  g_autoptr (GError) error = NULL;

  gtk_widget_error_bell (GTK_WIDGET (self));
  if (self->kind == OCT_BOARD_RATINGS && !oct_plan_check_open (get_plan (item), &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

/* To the nearest column in that direction that the card may go to. */
static gboolean
move_by_key (OctPlansBoard *self, Column *from, int direction)
{
  g_autoptr (OctPlanItem) item = oct_drawn_table_get_item (from->table);

  if (item == NULL)
    return FALSE;
  for (int i = (int) (from - self->columns) + direction; i >= 0 && i < (int) self->n_columns;
       i += direction)
    if (can_move (self, item, self->columns[i].value))
      {
        move (self, item, self->columns[i].value);
        return TRUE;
      }
  refuse (self, item);

  return TRUE;
}

static gboolean
focus_neighbour (OctPlansBoard *self, Column *from, int direction)
{
  for (int i = (int) (from - self->columns) + direction; i >= 0 && i < (int) self->n_columns;
       i += direction)
    if (g_list_model_get_n_items (G_LIST_MODEL (self->columns[i].cards)) > 0)
      return gtk_widget_grab_focus (GTK_WIDGET (self->columns[i].table));

  return TRUE;
}

static gboolean
key_cb (OctPlansBoard *self, guint key, guint code, GdkModifierType state)
{
  Column *column = get_focused (self);
  GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();
  gboolean right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int direction = 0;

  if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    direction = right_to_left ? 1 : -1;
  else if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    direction = right_to_left ? -1 : 1;
  if (column == NULL || direction == 0)
    return FALSE;
  if (held == GDK_SHIFT_MASK)
    return move_by_key (self, column, direction);

  return held == 0 && focus_neighbour (self, column, direction);
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, OctPlansBoard *self)
{
  GtkWidget *table = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  GtkWidget *picked = gtk_widget_pick (table, x, y, GTK_PICK_DEFAULT);
  g_autoptr (GdkPaintable) paintable = NULL;

  g_clear_object (&self->dragged);
  if (picked == NULL || !OCT_IS_TABLE_ROW (picked))
    return NULL;
  g_set_object (&self->dragged, OCT_PLAN_ITEM (oct_table_row_get_item (OCT_TABLE_ROW (picked))));
  if (self->dragged == NULL)
    return NULL;
  paintable = gtk_widget_paintable_new (picked);
  gtk_drag_source_set_icon (source, paintable, (int) x, 20);

  return gdk_content_provider_new_typed (OCT_TYPE_PLAN_ITEM, self->dragged);
}

static void
drag_end_cb (GtkDragSource *source, GdkDrag *drag, gboolean deletes, OctPlansBoard *self)
{
  g_clear_object (&self->dragged);
}

static Column *
find_column (OctPlansBoard *self, GtkWidget *box)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].box == box)
      return &self->columns[i];

  g_return_val_if_reached (NULL);
}

/* A column lights up only where the card may go. */
static GdkDragAction
drag_motion_cb (GtkDropTarget *target, double x, double y, OctPlansBoard *self)
{
  Column *column = find_column (self,
                                gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)));

  return self->dragged != NULL && can_move (self, self->dragged, column->value) ? GDK_ACTION_MOVE
                                                                                : 0;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, OctPlansBoard *self)
{
  Column *column = find_column (self,
                                gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)));
  g_autoptr (OctPlanItem) item = g_value_dup_object (value);

  if (!can_move (self, item, column->value))
    return FALSE;
  move (self, item, column->value);

  return TRUE;
}

static void
activate_cb (OctPlansBoard *self, OctDrawnTable *table)
{
  g_autoptr (OctPlanItem) item = oct_drawn_table_get_item (table);

  if (item != NULL)
    g_signal_emit (self, signals[SIGNAL_OPEN], 0, item);
}

static void
leave_cb (OctPlansBoard *self)
{
  g_signal_emit (self, signals[SIGNAL_LEAVE], 0);
}

/* --- making --- */

static void
add_drag (OctPlansBoard *self, Column *column)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (OCT_TYPE_PLAN_ITEM, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepare_cb), self, 0);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (drag_end_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (column->table), GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (target, "enter", G_CALLBACK (drag_motion_cb), self, 0);
  g_signal_connect_object (target, "motion", G_CALLBACK (drag_motion_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (column->box, GTK_EVENT_CONTROLLER (target));
}

static GtkWidget *
make_column (OctPlansBoard *self, int value)
{
  Column *column = &self->columns[self->n_columns++];
  GtkWidget *scroller = gtk_scrolled_window_new ();

  column->value = value;
  column->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  column->heading = GTK_LABEL (gtk_label_new (NULL));
  column->table = OCT_DRAWN_TABLE (oct_plans_table_new ());
  column->cards = g_list_store_new (OCT_TYPE_PLAN_ITEM);
  oct_drawn_table_set_model (column->table, G_LIST_MODEL (column->cards));
  gtk_label_set_xalign (column->heading, 0);
  gtk_label_set_ellipsize (column->heading, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (column->heading), "oct-board-heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (column->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_name (self, value), -1);
  g_signal_connect_object (column->table, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (column->table, "toggle-star", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (column->table, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (column->table));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (column->box), GTK_WIDGET (column->heading));
  gtk_box_append (GTK_BOX (column->box), scroller);
  gtk_widget_set_size_request (column->box, COLUMN_WIDTH, -1);
  gtk_widget_set_hexpand (column->box, TRUE);
  gtk_widget_set_overflow (column->box, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (column->box, "oct-board-column");
  add_drag (self, column);

  return column->box;
}

static GtkWidget *
make_note (OctPlansBoard *self)
{
  GtkWidget *label = gtk_label_new (
    self->kind == OCT_BOARD_RATINGS
      ? _(
        "Drag an objective to another rating, or choose it and press Shift with the left or right "
        "arrow key: the review of its plan opens with that rating. It counts once the review has "
        "the words that it needs; until then the objective stands where it was.")
      : _("Drag a plan to give it another status, or choose it and press Shift with the left or "
          "right arrow key. Ctrl+Z takes it back."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "oct-board-note");

  return label;
}

static void
make_columns (OctPlansBoard *self, GtkWidget *box)
{
  static const OctRating ratings[] = { OCT_RATING_RED, OCT_RATING_AMBER, OCT_RATING_GREEN,
                                       OCT_RATING_NONE };

  if (self->kind == OCT_BOARD_RATINGS)
    for (guint i = 0; i < G_N_ELEMENTS (ratings); i++)
      gtk_box_append (GTK_BOX (box), make_column (self, (int) ratings[i]));
  else
    for (int i = OCT_PLAN_DRAFT; i <= OCT_PLAN_COMPLETE; i++)
      gtk_box_append (GTK_BOX (box), make_column (self, i));
}

/* --- class --- */

static void
oct_plans_board_dispose (GObject *object)
{
  OctPlansBoard *self = OCT_PLANS_BOARD (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  g_clear_object (&self->dragged);
  for (guint i = 0; i < self->n_columns; i++)
    g_clear_object (&self->columns[i].cards);
  self->n_columns = 0;

  G_OBJECT_CLASS (oct_plans_board_parent_class)->dispose (object);
}

static void
oct_plans_board_class_init (OctPlansBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = oct_plans_board_dispose;

  signals[SIGNAL_OPEN] = g_signal_new ("open", OCT_TYPE_PLANS_BOARD, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, OCT_TYPE_PLAN_ITEM);
  signals[SIGNAL_MOVE] = g_signal_new ("move", OCT_TYPE_PLANS_BOARD, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 2, OCT_TYPE_PLAN_ITEM, G_TYPE_INT);
  signals[SIGNAL_LEAVE] = g_signal_new ("leave", OCT_TYPE_PLANS_BOARD, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
}

static void
oct_plans_board_init (OctPlansBoard *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * oct_plans_board_new:
 * @kind: what its columns are
 *
 * Returns: (transfer floating): an empty board
 */
GtkWidget *
oct_plans_board_new (OctBoardKind kind)
{
  OctPlansBoard *self = g_object_new (OCT_TYPE_PLANS_BOARD, NULL);
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->kind = kind;
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_add_css_class (box, "oct-board");
  make_columns (self, box);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), (int) self->n_columns * COLUMN_MOST);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (outer), make_note (self));
  gtk_box_append (GTK_BOX (outer), scroller);
  adw_bin_set_child (ADW_BIN (self), outer);

  return GTK_WIDGET (self);
}

/* --- showing --- */

static void
pick_objectives (OctPlanOverview *overview, const OctPlanFilter *filter, OctRating rating,
                 GPtrArray *cards)
{
  GPtrArray *rows = oct_plan_overview_get_rows (overview);

  for (guint i = 0; i < rows->len; i++)
    {
      const OctPlanRow *row = g_ptr_array_index (rows, i);

      if (row->objective != NULL && oct_plan_row_get_rating (row) == rating
          && oct_plan_filter_matches (filter, row))
        g_ptr_array_add (cards, oct_plan_item_new (overview, row));
    }
}

/* A plan is shown where one of its objectives is. */
static gboolean
matches_plan (OctPlanOverview *overview, const OctPlanFilter *filter, const OctPlanSummary *summary)
{
  GPtrArray *rows = oct_plan_overview_get_rows (overview);

  for (guint i = 0; i < summary->n_rows; i++)
    if (oct_plan_filter_matches (filter, g_ptr_array_index (rows, summary->first_row + i)))
      return TRUE;

  return FALSE;
}

static void
pick_plans (OctPlanOverview *overview, const OctPlanFilter *filter, OctPlanStatus status,
            GPtrArray *cards)
{
  GPtrArray *plans = oct_plan_overview_get_plans (overview);
  OctPlanFilter any = *filter;

  /* Each status has a column; only one that somebody asked for stands alone. */
  if (any.status == OCT_PLAN_FILTER_CURRENT)
    any.status = OCT_PLAN_FILTER_ANY;
  for (guint i = 0; i < plans->len; i++)
    {
      const OctPlanSummary *summary = g_ptr_array_index (plans, i);

      if (summary->plan->status == status && matches_plan (overview, &any, summary))
        g_ptr_array_add (cards, oct_plan_item_new_plan (overview, summary));
    }
}

static void
fill_column (OctPlansBoard *self, Column *column, OctPlanOverview *overview,
             const OctPlanFilter *filter)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *heading = NULL;

  if (self->kind == OCT_BOARD_RATINGS)
    pick_objectives (overview, filter, (OctRating) column->value, cards);
  else
    pick_plans (overview, filter, (OctPlanStatus) column->value, cards);
  oct_drawn_table_set_words (column->table, filter->words);
  g_list_store_splice (column->cards, 0, g_list_model_get_n_items (G_LIST_MODEL (column->cards)),
                       cards->pdata, cards->len);
  heading = g_strdup_printf ("%s · %'u", get_name (self, column->value), cards->len);
  gtk_label_set_label (column->heading, heading);
}

/**
 * oct_plans_board_show:
 * @self: a board
 * @overview: the plans
 * @filter: which of them
 *
 * Shows plans. The card that has the focus keeps it, also in another column.
 */
void
oct_plans_board_show (OctPlansBoard *self, OctPlanOverview *overview, const OctPlanFilter *filter)
{
  Column *focused;
  g_autoptr (OctPlanItem) card = NULL;

  g_return_if_fail (OCT_IS_PLANS_BOARD (self));

  focused = get_focused (self);
  if (focused != NULL)
    card = oct_drawn_table_get_item (focused->table);
  for (guint i = 0; i < self->n_columns; i++)
    fill_column (self, &self->columns[i], overview, filter);
  if (card != NULL)
    focus_card (self, card);
}
