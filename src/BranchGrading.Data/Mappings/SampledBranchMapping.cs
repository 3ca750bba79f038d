using BranchGrading.Domain.Sampling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class SampledBranchMapping : IEntityTypeConfiguration<SampledBranch>
{
    public void Configure(EntityTypeBuilder<SampledBranch> s)
    {
        s.ToTable("SampledBranches");
        s.HasIndex(x => new { x.SampleId, x.ParticipantId }).IsUnique();
        s.HasOne(x => x.Participant).WithMany().HasForeignKey(x => x.ParticipantId).OnDelete(DeleteBehavior.Restrict);
    }
}
