using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class GradingRoundMapping : IEntityTypeConfiguration<GradingRound>
{
    public void Configure(EntityTypeBuilder<GradingRound> round)
    {
        round.ToTable("Rounds");
        round.HasIndex(r => r.Year).IsUnique();
        round.Property<int>("Turn");
        round.Property(r => r.ConfirmedRules).HasMaxLength(500);
        round.Property(r => r.OpenedBy).HasMaxLength(60);
        round.ComplexProperty(r => r.Rules);
        round.ComplexProperty(r => r.Deadlines);
        round.Ignore(r => r.Stage).Ignore(r => r.IsOpened).Ignore(r => r.WhyNotOpen);
        round.HasMany(r => r.Standards).WithOne().HasForeignKey(s => s.RoundId).OnDelete(DeleteBehavior.ClientCascade);
        round.HasMany(r => r.Participants).WithOne(p => p.Round).HasForeignKey(p => p.RoundId).OnDelete(DeleteBehavior.ClientCascade);
        round.HasMany(r => r.Exclusions).WithOne().HasForeignKey(e => e.RoundId).OnDelete(DeleteBehavior.ClientCascade);
        round.HasMany(r => r.RuleChanges).WithOne().HasForeignKey(c => c.RoundId).OnDelete(DeleteBehavior.ClientCascade);
        round.HasMany(r => r.PlaceTransfers).WithOne().HasForeignKey(t => t.RoundId).OnDelete(DeleteBehavior.ClientCascade);
        round.HasOne(r => r.Publication).WithOne().HasForeignKey<Publication>(p => p.RoundId).OnDelete(DeleteBehavior.Restrict);
    }
}
