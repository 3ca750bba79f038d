using BranchGrading.Domain.Standards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class ScoringStandardMapping : IEntityTypeConfiguration<ScoringStandard>
{
    public void Configure(EntityTypeBuilder<ScoringStandard> standard)
    {
        standard.ToTable("Standards");
        standard.Property(s => s.Name).HasMaxLength(ScoringStandard.NameLength);
        standard.Property(s => s.Kind).HasConversion<string>().HasMaxLength(20);
        standard.Ignore(s => s.ScoredHeads).Ignore(s => s.Items);
        standard.HasMany(s => s.Heads).WithOne().HasForeignKey("StandardId").IsRequired().OnDelete(DeleteBehavior.ClientCascade);
    }
}
