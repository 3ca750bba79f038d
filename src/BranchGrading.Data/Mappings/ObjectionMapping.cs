using BranchGrading.Data.Identity;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class ObjectionMapping : IEntityTypeConfiguration<Objection>
{
    public void Configure(EntityTypeBuilder<Objection> objection)
    {
        objection.ToTable("Objections");
        objection.Property(o => o.Channel).HasConversion<string>().HasMaxLength(10);
        objection.Property(o => o.Outcome).HasConversion<string>().HasMaxLength(10);
        objection.Property(o => o.RaisedBy).HasMaxLength(Objection.NameMaxLength);
        objection.Property(o => o.Contact).HasMaxLength(Objection.ContactMaxLength);
        objection.Property(o => o.Statement).HasMaxLength(Objection.TextMaxLength);
        objection.Property(o => o.Findings).HasMaxLength(Objection.TextMaxLength);
        objection.Property(o => o.Answer).HasMaxLength(Objection.TextMaxLength);
        objection.Property(o => o.ReceivedBy).HasMaxLength(60);
        objection.Property(o => o.CheckedBy).HasMaxLength(60);
        objection.Property(o => o.AnsweredBy).HasMaxLength(60);
        objection.Ignore(o => o.State);
        objection.HasIndex(o => new { o.RoundId, o.Number }).IsUnique();
        objection.HasOne<GradingRound>().WithMany().HasForeignKey(o => o.RoundId).OnDelete(DeleteBehavior.Restrict);
        objection.HasOne(o => o.Participant).WithMany().HasForeignKey(o => o.ParticipantId).OnDelete(DeleteBehavior.Restrict);
        objection.HasOne<Account>().WithMany().HasForeignKey(o => o.RaisedByAccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
