-- AlterTable
ALTER TABLE "Segmentation" ADD COLUMN     "baseId" TEXT,
ADD COLUMN     "insights" JSONB,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'kmeans';

-- AlterTable
ALTER TABLE "Segment" ADD COLUMN     "color" INTEGER,
ADD COLUMN     "persona" JSONB;

-- CreateTable
CREATE TABLE "FeatureSnapshot" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "dataVersion" INTEGER NOT NULL,
    "asOf" TIMESTAMP(3) NOT NULL,
    "customers" INTEGER,
    "summary" JSONB,
    "file" TEXT,
    "jobId" TEXT NOT NULL,
    "createdBy" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FeatureSnapshot_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "FeatureSnapshot_jobId_key" ON "FeatureSnapshot"("jobId");

-- CreateIndex
CREATE INDEX "FeatureSnapshot_workspaceId_dataVersion_asOf_idx" ON "FeatureSnapshot"("workspaceId", "dataVersion", "asOf");

-- AddForeignKey
ALTER TABLE "FeatureSnapshot" ADD CONSTRAINT "FeatureSnapshot_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Job"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeatureSnapshot" ADD CONSTRAINT "FeatureSnapshot_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
