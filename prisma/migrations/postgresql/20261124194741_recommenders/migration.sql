-- AlterTable
ALTER TABLE "Export" ADD COLUMN     "recommenderId" TEXT,
ALTER COLUMN "segmentationId" DROP NOT NULL,
ALTER COLUMN "segmentId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "Recommender" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "asOf" TIMESTAMP(3) NOT NULL,
    "customers" INTEGER,
    "products" INTEGER,
    "result" JSONB,
    "listsFile" TEXT,
    "productsFile" TEXT,
    "modelFile" TEXT,
    "jobId" TEXT NOT NULL,
    "createdBy" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Recommender_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "scopes" JSONB NOT NULL,
    "createdBy" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Recommender_jobId_key" ON "Recommender"("jobId");

-- CreateIndex
CREATE INDEX "Recommender_workspaceId_createdAt_idx" ON "Recommender"("workspaceId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_hash_key" ON "ApiToken"("hash");

-- CreateIndex
CREATE INDEX "ApiToken_workspaceId_createdAt_idx" ON "ApiToken"("workspaceId", "createdAt");

-- AddForeignKey
ALTER TABLE "Recommender" ADD CONSTRAINT "Recommender_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Job"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recommender" ADD CONSTRAINT "Recommender_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Export" ADD CONSTRAINT "Export_recommenderId_fkey" FOREIGN KEY ("recommenderId") REFERENCES "Recommender"("id") ON DELETE CASCADE ON UPDATE CASCADE;
