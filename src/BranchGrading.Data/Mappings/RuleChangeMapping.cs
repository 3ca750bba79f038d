using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class RuleChangeMapping : IEntityTypeConfiguration<RuleChange>
{
    public void Configure(EntityTypeBuilder<RuleChange> change)
    {
        change.ToTable("RuleChanges");
        change.Property(c => c.Rule).HasMaxLength(60).HasColumnName("RuleName");
        change.Property(c => c.Before).HasMaxLength(100).HasColumnName("OldText");
        change.Property(c => c.After).HasMaxLength(100).HasColumnName("NewText");
        change.Property(c => c.Reason).HasMaxLength(RuleChange.ReasonMaxLength);
        change.Property(c => c.By).HasColumnName("ChangedBy").HasMaxLength(60);
    }
}
