using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class PlaceTransferMapping : IEntityTypeConfiguration<PlaceTransfer>
{
    public void Configure(EntityTypeBuilder<PlaceTransfer> transfer)
    {
        transfer.ToTable("PlaceTransfers");
        transfer.Property(t => t.FromGroup).HasMaxLength(PlaceTransfer.GroupMaxLength);
        transfer.Property(t => t.ToGroup).HasMaxLength(PlaceTransfer.GroupMaxLength);
        transfer.Property(t => t.Reason).HasMaxLength(PlaceTransfer.ReasonMaxLength);
        transfer.Property(t => t.By).HasColumnName("TransferredBy").HasMaxLength(60);
    }
}
