-- Export is redefined, which drops it: nothing refers to it.
-- CreateTable
CREATE TABLE "Recommender" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "workspaceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "asOf" DATETIME NOT NULL,
    "customers" INTEGER,
    "products" INTEGER,
    "result" JSONB,
    "listsFile" TEXT,
    "productsFile" TEXT,
    "modelFile" TEXT,
    "jobId" TEXT NOT NULL,
    "createdBy" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Recommender_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Job" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Recommender_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "workspaceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "scopes" JSONB NOT NULL,
    "createdBy" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" DATETIME,
    "revokedAt" DATETIME,
    CONSTRAINT "ApiToken_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Export" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "workspaceId" TEXT NOT NULL,
    "segmentationId" TEXT,
    "segmentId" TEXT,
    "recommenderId" TEXT,
    "segmentName" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "onlyConsented" BOOLEAN NOT NULL DEFAULT false,
    "rows" INTEGER,
    "outcome" TEXT NOT NULL DEFAULT 'prepared',
    "createdBy" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" DATETIME,
    CONSTRAINT "Export_segmentationId_fkey" FOREIGN KEY ("segmentationId") REFERENCES "Segmentation" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Export_segmentId_fkey" FOREIGN KEY ("segmentId") REFERENCES "Segment" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Export_recommenderId_fkey" FOREIGN KEY ("recommenderId") REFERENCES "Recommender" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Export_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Export" ("columns", "createdAt", "createdBy", "finishedAt", "format", "id", "onlyConsented", "outcome", "rows", "segmentId", "segmentName", "segmentationId", "workspaceId") SELECT "columns", "createdAt", "createdBy", "finishedAt", "format", "id", "onlyConsented", "outcome", "rows", "segmentId", "segmentName", "segmentationId", "workspaceId" FROM "Export";
DROP TABLE "Export";
ALTER TABLE "new_Export" RENAME TO "Export";
CREATE INDEX "Export_workspaceId_createdAt_idx" ON "Export"("workspaceId", "createdAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "Recommender_jobId_key" ON "Recommender"("jobId");

-- CreateIndex
CREATE INDEX "Recommender_workspaceId_createdAt_idx" ON "Recommender"("workspaceId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_hash_key" ON "ApiToken"("hash");

-- CreateIndex
CREATE INDEX "ApiToken_workspaceId_createdAt_idx" ON "ApiToken"("workspaceId", "createdAt");
