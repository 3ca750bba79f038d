using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class RecommendationMapping : IEntityTypeConfiguration<Recommendation>
{
    public void Configure(EntityTypeBuilder<Recommendation> recommendation)
    {
        recommendation.ToTable("Recommendations");
        recommendation.Property(r => r.Level).HasColumnName("RecommendationLevel").HasConversion<string>().HasMaxLength(20);
        recommendation.Property(r => r.Grounds).HasMaxLength(Recommendation.GroundsMaxLength);
        recommendation.Property(r => r.RecommendedBy).HasMaxLength(60);
        recommendation.HasIndex(r => new { r.ParticipantId, r.Level }).IsUnique();
        recommendation.HasOne(r => r.Participant).WithMany().HasForeignKey(r => r.ParticipantId).OnDelete(DeleteBehavior.Restrict);
    }
}
