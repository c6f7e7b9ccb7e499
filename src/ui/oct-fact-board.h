/* Everything the register says of a school, in groups, with the source and date of every fact. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define OCT_TYPE_FACT_BOARD (oct_fact_board_get_type ())
G_DECLARE_FINAL_TYPE (OctFactBoard, oct_fact_board, OCT, FACT_BOARD, AdwBin)

/* What a board shows: how to reach the school, or everything else. */
typedef enum
{
  OCT_FACT_BOARD_CONTACT,
  OCT_FACT_BOARD_REST,
} OctFactBoardPart;

/* Property "show-sources": whether each fact says its source; the tooltip always does. */
GtkWidget *oct_fact_board_new (void);
/* @facts: (nullable) (element-type OctFact). */
void oct_fact_board_set_facts (OctFactBoard *self, GPtrArray *facts, OctFactBoardPart part);

char *oct_facts_to_text (GPtrArray *facts);
GBytes *oct_facts_to_csv (GPtrArray *facts);

G_END_DECLS
