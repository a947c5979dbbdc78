-- Columns are added in place: redefining a table drops it, and dropping one that others refer to deletes their rows too.
-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN "dataVersion" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Job" ADD COLUMN "rows" INTEGER;

-- AlterTable
ALTER TABLE "Upload" ADD COLUMN "parentId" TEXT REFERENCES "Upload" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Upload" ADD COLUMN "options" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "Upload" ADD COLUMN "textFile" TEXT;
ALTER TABLE "Upload" ADD COLUMN "inspection" JSONB;
ALTER TABLE "Upload" ADD COLUMN "jobId" TEXT REFERENCES "Job" ("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "Import" ADD COLUMN "stage" TEXT NOT NULL DEFAULT 'imported';
ALTER TABLE "Import" ADD COLUMN "dialect" JSONB;
ALTER TABLE "Import" ADD COLUMN "textFile" TEXT;
ALTER TABLE "Import" ADD COLUMN "rowsCreated" INTEGER;
ALTER TABLE "Import" ADD COLUMN "rowsUpdated" INTEGER;
ALTER TABLE "Import" ADD COLUMN "rowsUnchanged" INTEGER;
ALTER TABLE "Import" ADD COLUMN "dataVersion" INTEGER;
ALTER TABLE "Import" ADD COLUMN "importedAt" DATETIME;
ALTER TABLE "Import" ADD COLUMN "undoneAt" DATETIME;
ALTER TABLE "Import" ADD COLUMN "undoneBy" TEXT;

-- AlterTable
ALTER TABLE "Batch" ADD COLUMN "mode" TEXT NOT NULL DEFAULT 'update';
ALTER TABLE "Batch" ADD COLUMN "visible" BOOLEAN NOT NULL DEFAULT true;
ALTER TABLE "Batch" ADD COLUMN "position" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Batch" ADD COLUMN "overlaps" JSONB;
ALTER TABLE "Batch" ADD COLUMN "contacts" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Batch" ADD COLUMN "format" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "KnownHeader" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "workspaceId" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "KnownHeader_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- DropIndex
DROP INDEX "Batch_workspaceId_table_createdAt_idx";

-- CreateIndex
CREATE UNIQUE INDEX "KnownHeader_workspaceId_signature_key" ON "KnownHeader"("workspaceId", "signature");

-- CreateIndex
CREATE UNIQUE INDEX "Upload_jobId_key" ON "Upload"("jobId");

-- CreateIndex
CREATE INDEX "Upload_parentId_idx" ON "Upload"("parentId");

-- CreateIndex
CREATE INDEX "Batch_workspaceId_table_position_idx" ON "Batch"("workspaceId", "table", "position");
