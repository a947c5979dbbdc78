-- AlterTable
ALTER TABLE "Batch" ADD COLUMN     "sums" JSONB;
