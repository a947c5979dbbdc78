-- DropIndex
DROP INDEX "Batch_workspaceId_table_createdAt_idx";

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "dataVersion" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Job" ADD COLUMN     "rows" INTEGER;

-- AlterTable
ALTER TABLE "Upload" ADD COLUMN     "inspection" JSONB,
ADD COLUMN     "jobId" TEXT,
ADD COLUMN     "options" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "parentId" TEXT,
ADD COLUMN     "textFile" TEXT;

-- AlterTable
ALTER TABLE "Import" ADD COLUMN     "dataVersion" INTEGER,
ADD COLUMN     "dialect" JSONB,
ADD COLUMN     "importedAt" TIMESTAMP(3),
ADD COLUMN     "rowsCreated" INTEGER,
ADD COLUMN     "rowsUnchanged" INTEGER,
ADD COLUMN     "rowsUpdated" INTEGER,
ADD COLUMN     "stage" TEXT NOT NULL DEFAULT 'imported',
ADD COLUMN     "textFile" TEXT,
ADD COLUMN     "undoneAt" TIMESTAMP(3),
ADD COLUMN     "undoneBy" TEXT;

-- AlterTable
ALTER TABLE "Batch" ADD COLUMN     "contacts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "format" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "mode" TEXT NOT NULL DEFAULT 'update',
ADD COLUMN     "overlaps" JSONB,
ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "visible" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "KnownHeader" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "KnownHeader_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "KnownHeader_workspaceId_signature_key" ON "KnownHeader"("workspaceId", "signature");

-- CreateIndex
CREATE UNIQUE INDEX "Upload_jobId_key" ON "Upload"("jobId");

-- CreateIndex
CREATE INDEX "Upload_parentId_idx" ON "Upload"("parentId");

-- CreateIndex
CREATE INDEX "Batch_workspaceId_table_position_idx" ON "Batch"("workspaceId", "table", "position");

-- AddForeignKey
ALTER TABLE "Upload" ADD CONSTRAINT "Upload_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Upload"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Upload" ADD CONSTRAINT "Upload_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Job"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KnownHeader" ADD CONSTRAINT "KnownHeader_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
