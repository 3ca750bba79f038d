using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class PendingImportMapping : IEntityTypeConfiguration<PendingImport>
{
    public void Configure(EntityTypeBuilder<PendingImport> import)
    {
        import.Property(i => i.Id).ValueGeneratedNever();
        import.Property(i => i.Kind).HasMaxLength(20);
        import.Property(i => i.FileName).HasMaxLength(200);
        import.Property(i => i.OutcomeDigest).HasMaxLength(64);
    }
}
