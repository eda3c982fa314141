using EnforcementCases.Api.Access;
using EnforcementCases.Api.Infrastructure.Pipeline;
using EnforcementCases.Api.Infrastructure.Snapshots;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Snapshots;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Catalogue;

/// <summary>Adopts a matter (承接赋权事项) for the caller's organ.</summary>
/// <param name="ViolationCode">Code of the violation; it has to hold in Tianjin.</param>
/// <param name="From">First day.</param>
/// <param name="Instrument">Decision that hands the power over (赋权文件), with its number.</param>
/// <param name="To">Last day; null while it has none.</param>
/// <param name="AreaCodes">Division codes, each a prefix of those of places inside; none or null means the whole area of the organ.</param>
/// <param name="Id">Chosen by the client; made by the server where nothing is said.</param>
public sealed record AdoptMatterCommand(
    string ViolationCode,
    DateOnly From,
    string Instrument,
    DateOnly? To = null,
    IReadOnlyList<string>? AreaCodes = null,
    Guid? Id = null
) : ICommand<AdoptionDetail>, IChangesSnapshot;

internal sealed class AdoptMatterValidator : AbstractValidator<AdoptMatterCommand>
{
    public AdoptMatterValidator()
    {
        RuleFor(c => c.ViolationCode).NotEmpty().MaximumLength(ViolationVersion.CodeMaxLength).WithMessage("请写明案由代码");
        RuleFor(c => c.To).GreaterThanOrEqualTo(c => c.From).When(c => c.To is not null).WithMessage("终止日期早于起始日期");
        RuleFor(c => c.Instrument).NotEmpty().MaximumLength(Adoption.InstrumentMaxLength).WithMessage("请写明赋权文件");
        RuleFor(c => c.AreaCodes)
            .Must(codes => codes!.Count <= 30 && codes.All(c => c.Length is >= 2 and <= 12 && c.All(char.IsAsciiDigit)))
            .When(c => c.AreaCodes is not null)
            .WithMessage("行政区划代码应为 2 至 12 位数字，最多 30 个");
        RuleFor(c => c.Id).NotEqual(Guid.Empty).WithMessage("标识不能为空");
    }
}

internal sealed class AdoptMatterHandler(AppDbContext db, CatalogueDirectory directory, CurrentUser user, TimeProvider clock)
    : IRequestHandler<AdoptMatterCommand, AdoptionDetail>
{
    public async Task<AdoptionDetail> Handle(AdoptMatterCommand request, CancellationToken cancellationToken)
    {
        var violation =
            directory.Current.ViolationOn(request.ViolationCode, request.From)
            ?? throw CatalogueErrors.ViolationNotFound.With($"{request.ViolationCode}，{request.From:yyyy-MM-dd}");
        await db.SnapshotVersions.CountUpAsync(SnapshotVersion.Catalogue, cancellationToken); // first: two that overlap come one after the other
        var organ = await db.Organisations.SingleAsync(o => o.Id == user.OrganId, cancellationToken);
        var now = clock.GetUtcNow();
        var adoption = new Adoption(
            request.Id ?? Guid.CreateVersion7(now),
            organ,
            violation,
            request.From,
            request.To,
            request.Instrument,
            request.AreaCodes ?? [],
            isDemo: false,
            user.PersonId,
            now
        );
        foreach (
            var other in await db
                .Adoptions.Where(a => a.OrganId == organ.Id && a.ViolationCode == violation.Code)
                .ToListAsync(cancellationToken)
        )
            adoption.EnsureApartFrom(other);
        db.Adoptions.Add(adoption);
        return AdoptionDetail.Of(adoption);
    }
}
