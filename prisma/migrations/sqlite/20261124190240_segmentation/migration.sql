-- Columns are added in place: redefining a table drops it, and dropping one that others refer to deletes their rows too.
-- AlterTable
ALTER TABLE "Segmentation" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'kmeans';
ALTER TABLE "Segmentation" ADD COLUMN "baseId" TEXT;
ALTER TABLE "Segmentation" ADD COLUMN "insights" JSONB;

-- AlterTable
ALTER TABLE "Segment" ADD COLUMN "color" INTEGER;
ALTER TABLE "Segment" ADD COLUMN "persona" JSONB;

-- CreateTable
CREATE TABLE "FeatureSnapshot" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "workspaceId" TEXT NOT NULL,
    "dataVersion" INTEGER NOT NULL,
    "asOf" DATETIME NOT NULL,
    "customers" INTEGER,
    "summary" JSONB,
    "file" TEXT,
    "jobId" TEXT NOT NULL,
    "createdBy" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "FeatureSnapshot_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Job" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "FeatureSnapshot_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "FeatureSnapshot_jobId_key" ON "FeatureSnapshot"("jobId");

-- CreateIndex
CREATE INDEX "FeatureSnapshot_workspaceId_dataVersion_asOf_idx" ON "FeatureSnapshot"("workspaceId", "dataVersion", "asOf");
