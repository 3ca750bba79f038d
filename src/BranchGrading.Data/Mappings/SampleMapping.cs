using BranchGrading.Domain.Sampling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class SampleMapping : IEntityTypeConfiguration<Sample>
{
    public void Configure(EntityTypeBuilder<Sample> s)
    {
        s.ToTable("Samples");
        s.HasIndex(x => new { x.RoundId, x.Number }).IsUnique();
        s.Property(x => x.Rule).HasMaxLength(Sample.RuleMaxLength);
        s.Property(x => x.Reason).HasMaxLength(Sample.ReasonMaxLength);
        s.Property(x => x.DrawnBy).HasMaxLength(60);
        s.HasOne(x => x.Round).WithMany().HasForeignKey(x => x.RoundId).OnDelete(DeleteBehavior.Restrict);
        s.HasMany(x => x.Branches).WithOne().HasForeignKey(x => x.SampleId).OnDelete(DeleteBehavior.ClientCascade);
    }
}
