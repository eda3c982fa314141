using System.Security.Cryptography;
using System.Text;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Keys;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Platform.Operations;

/// <summary>Binds older sealed values to their rows. The program opens bound values only; this is the one place where others still open, until all values of an
/// installation are bound. A mark beside the keys records that, where a person who can only write to the database cannot remove it.</summary>
/// <remarks>Each table is gone through in the order of its keys, a batch in a transaction: a run that was broken off leaves the last rows unbound, and the next one
/// passes over what is bound.</remarks>
internal sealed class Resealing(AppDbContext db, UnitOfWork unitOfWork, PersonalDataVault vault, KeyRing keys)
{
    private readonly AppDbContext db = db;
    private readonly UnitOfWork unitOfWork = unitOfWork;
    private readonly PersonalDataVault vault = vault;

    /// <summary>Name of the mark beside the keys.</summary>
    public const string Mark = "sealed-values-are-bound";

    private const int FaultsShown = 20;

    /// <summary>Rows of a batch.</summary>
    internal int Batch { get; init; } = 500;

    private readonly List<string> faults = [];
    private long bound;

    /// <summary>Every sealed column, <c>table.column</c>.</summary>
    internal IEnumerable<string> ColumnNames => Columns().Select(c => c.Name);

    /// <summary>Makes sure that every sealed value is bound to its row, or refuses to go on.</summary>
    /// <param name="migrate">Whether values may be sealed anew now.</param>
    /// <returns>How many values were sealed anew.</returns>
    /// <exception cref="RefusedOperationException">There are unbound values and they must not be changed now; or some value does not open.</exception>
    public async Task<long> EnsureBoundAsync(bool migrate, CancellationToken ct)
    {
        if (keys.Has(Mark))
            return 0;
        if (!migrate)
        {
            if (await FindUnboundAsync(ct) is { } found)
                throw NotBound(found);
        }
        else
        {
            foreach (var column in Columns())
                await column.BindAllAsync(ct);
            if (faults.Count > 0 && bound == 0)
                throw RefusedOperationException.Wrong(Describe("没有一项能够解密，密钥可能不符 | not one opens: the keys may be others"));
        }
        keys.Set(Mark, "Every sealed value of the database is bound to its row. Values that are not bound do not open.");
        return faults.Count == 0
            ? bound
            : throw RefusedOperationException.Wrong(
                Describe($"{bound} 项已绑定，其余无法解密或者与哈希不符，未改动 | bound; these do not open or are not what was hashed")
            );
    }

    /// <summary>A column whose last row, in the order of the keys, is not bound; null if none.</summary>
    public async Task<string?> FindUnboundAsync(CancellationToken ct)
    {
        foreach (var column in Columns())
        {
            if (await column.LastIsUnboundAsync(ct))
                return column.Name;
        }
        return null;
    }

    private static RefusedOperationException NotBound(string found) =>
        new(
            ExitCodes.SchemaOlder,
            $"加密保存的内容尚未与所在行绑定（{found}）。请先执行 scripts/migrate（或者以 migrate 命令运行本程序），再启动。\n"
                + $"Sealed values are not bound to their rows yet ({found}). Run scripts/migrate (the command `migrate` of this program), then start again."
        );

    private string Describe(string what) =>
        $"{what}\n{string.Join('\n', faults.Take(FaultsShown).Select(f => $"  {f}"))}{(faults.Count > FaultsShown ? $"\n  … {faults.Count}" : "")}";

    /// <summary>Every sealed column: its cells, what was authenticated with a value before, and what shows that a value is in its own row.</summary>
    private IEnumerable<IColumn> Columns()
    {
        yield return new Column<Guid>(this, "id", SealedCell.ActBody, _ => "case-act") { Known = "body_sha256", Fits = HasHash };
        yield return new Column<Guid>(this, "id", SealedCell.DocumentContent, _ => "case-document")
        {
            Known = "content_hash",
            Fits = HasHash,
        };
        yield return new Column<Guid>(this, "id", SealedCell.PartyDocument, _ => "party-document")
        {
            Known = "blind_index",
            Fits = HasIndex,
        };
        yield return new Column<Guid>(this, "id", id => SealedCell.OfParty.InCase(id).Address, _ => "party-address");
        yield return new Column<Guid>(this, "id", id => SealedCell.OfParty.InCase(id).Phone, _ => "party-phone");
        yield return new Column<Guid>(this, "id", id => SealedCell.OfParty.InOrder(id).Address, _ => "party-address");
        yield return new Column<Guid>(this, "id", id => SealedCell.OfParty.InOrder(id).Phone, _ => "party-phone");
        yield return new Column<Guid>(this, "entry_id", SealedCell.RecordSecret, _ => "record-secret"); // its commitments are in the record: verify shows a wrong one
        yield return new Column<Guid>(this, "account_id", SealedCell.SecondFactor, id => $"second-factor:{id:N}");
        yield return new Column<Guid>(this, "account_id", SealedCell.PendingSecondFactor, id => $"second-factor:{id:N}");
        yield return new Column<Guid>(this, "id", SealedCell.WebhookSecret, _ => "webhook-secret");
        yield return new Column<string>(this, "id", SealedCell.Answer, _ => "idempotent-request");
    }

    private bool HasHash(byte[] clear, string? hash) =>
        string.Equals(Convert.ToHexStringLower(SHA256.HashData(clear)), hash, StringComparison.Ordinal);

    private bool HasIndex(byte[] clear, string? index) =>
        Enum.GetValues<IdentityDocument>()
            .Any(kind => string.Equals(vault.BlindIndex($"{kind}\n{Encoding.UTF8.GetString(clear)}"), index, StringComparison.Ordinal));

    private interface IColumn
    {
        string Name { get; }
        Task<bool> LastIsUnboundAsync(CancellationToken ct);
        Task BindAllAsync(CancellationToken ct);
    }

    /// <summary>A filled cell of a column.</summary>
    /// <param name="Key">Key of the row.</param>
    /// <param name="Value">The sealed value.</param>
    /// <param name="Known">What the opened value is compared with; null if nothing.</param>
    private sealed record SealedRow<TKey>(TKey Key, byte[] Value, string? Known);

    /// <param name="key">Column of the row's key.</param>
    /// <param name="cell">The cell of a row.</param>
    /// <param name="before">What was authenticated with a value before values were bound.</param>
    private sealed class Column<TKey>(Resealing all, string key, Func<TKey, SealedCell> cell, Func<TKey, string> before) : IColumn
        where TKey : notnull
    {
        private readonly SealedCell any = cell(default!);

        /// <summary>Column that the opened value is compared with; null if the row has none.</summary>
        public string? Known { get; init; }

        /// <summary>Whether an opened value belongs to its row.</summary>
        public Func<byte[], string?, bool>? Fits { get; init; }

        public string Name => $"{any.Table}.{any.Column}";

        public async Task<bool> LastIsUnboundAsync(CancellationToken ct)
        {
            var last = await Filled(null).OrderByDescending(r => r.Key).FirstOrDefaultAsync(ct);
            return last is { Value.Length: > 0 } && !PersonalDataVault.IsBound(last.Value);
        }

        public async Task BindAllAsync(CancellationToken ct)
        {
            var batch = await Filled(null).OrderBy(r => r.Key).Take(all.Batch).ToListAsync(ct);
            while (batch.Count > 0)
            {
                var (anew, wrong) = Sealed(batch);
                if (anew.Count > 0)
                    await all.unitOfWork.RunAsync(cancel => WriteAsync(anew, cancel), beforeSave: null, ct);
                all.bound += anew.Count;
                all.faults.AddRange(wrong);
                batch = await Filled(batch[^1].Key).OrderBy(r => r.Key).Take(all.Batch).ToListAsync(ct);
            }
        }

#pragma warning disable EF1002, EF1003 // names of our own tables and columns, never anything that came from outside
        private IQueryable<SealedRow<TKey>> Filled(object? after)
        {
            var sql =
                $"SELECT {key} AS \"Key\", {any.Column} AS \"Value\", {Known ?? "NULL"} AS \"Known\" FROM {any.Table} WHERE {any.Column} IS NOT NULL";
            return after is null
                ? all.db.Database.SqlQueryRaw<SealedRow<TKey>>(sql)
                : all.db.Database.SqlQueryRaw<SealedRow<TKey>>($"{sql} AND {key} > {{0}}", after);
        }

        private async Task<bool> WriteAsync(List<(TKey Key, byte[] Value)> anew, CancellationToken ct)
        {
            foreach (var (row, value) in anew)
            {
                await all.db.Database.ExecuteSqlRawAsync(
                    $"UPDATE {any.Table} SET {any.Column} = {{0}} WHERE {key} = {{1}}",
                    [value, row],
                    ct
                );
            }
            return true;
        }
#pragma warning restore EF1002, EF1003

        private (List<(TKey Key, byte[] Value)> Anew, List<string> Wrong) Sealed(List<SealedRow<TKey>> batch)
        {
            var (anew, wrong) = (new List<(TKey, byte[])>(), new List<string>());
            foreach (var row in batch.Where(r => r.Value.Length > 0))
            {
                var place = cell(row.Key);
                if (all.vault.TryOpen(row.Value, place, out _))
                    continue;
                if (all.vault.TryOpenUnbound(row.Value, before(row.Key), out var clear) && Fits?.Invoke(clear, row.Known) != false)
                    anew.Add((row.Key, all.vault.Seal(clear, place)));
                else
                    wrong.Add(place.ToString());
            }
            return (anew, wrong);
        }
    }
}
