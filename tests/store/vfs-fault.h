/* A file layer for SQLite on which things go wrong on purpose.
 *
 * It stands between SQLite (and the program's own durable files, which go the same way) and the
 * real files. Unarmed it only passes on. Armed, it lets the n-th operation fail, makes the disk
 * full from there on, or ends the process there and leaves the real files in a state that a
 * power cut may leave: only what was synced is certain.
 */
#pragma once

#include <glib.h>

typedef enum
{
  VFS_FAULT_FAIL,      /* the n-th operation fails, as on a bad disk, and those after it don't */
  VFS_FAULT_DISK_FULL, /* the n-th operation and every write after it find the disk full */
  VFS_FAULT_CRASH,     /* the process ends; the system lives on and keeps every write */
  VFS_FAULT_DROP,      /* the power fails; nothing that wasn't synced is left */
  VFS_FAULT_TEAR, /* the power fails; of what wasn't synced each write is there, isn't, or is there in part */
} VfsFault;

/* The status with which a process ends where it was told to. */
#define VFS_FAULT_STATUS 86

void vfs_fault_install (void);
/* From one operation that is tried to the next: 1, or what OCT_FAULT_STEP says where a run is so slow
 * that it tries only some of them. */
guint vfs_fault_step (void);
/* Writes, truncations, syncs and deletions count as operations, from 1. */
void vfs_fault_arm (VfsFault fault, guint operation, guint32 seed);
/* Returns whether it came so far. */
gboolean vfs_fault_disarm (void);
