using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class ScenarioMapping : IEntityTypeConfiguration<Scenario>
{
    public void Configure(EntityTypeBuilder<Scenario> scenario)
    {
        scenario.ToTable("Scenarios");
        scenario.Property(s => s.Name).HasMaxLength(Scenario.NameMaxLength);
        scenario.Property(s => s.SavedBy).HasMaxLength(60);
        scenario.ComplexProperty(s => s.Rules);
        scenario.HasIndex(s => new { s.RoundId, s.Name }).IsUnique();
        scenario.HasOne(s => s.Round).WithMany().HasForeignKey(s => s.RoundId).OnDelete(DeleteBehavior.Restrict);
    }
}
