using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Journal
{
    /// <summary>How a journal is opened: whose it is, what of it can be read, and when a new generation begins.</summary>
    public sealed class Opening
    {
        private readonly SegmentLog _log;
        private readonly Bookmark _bookmark;
        private readonly StateFile _bookmarkFile;
        private readonly Owner _owner = new Owner();
        private readonly StateFile _ownerFile;
        private readonly IEntropy _entropy;
        private readonly string _stationId;

        public Opening(SegmentLog log, Bookmark bookmark, StateFile bookmarkFile, StateFile ownerFile, IEntropy entropy, string stationId)
        {
            _log = log;
            _bookmark = bookmark;
            _bookmarkFile = bookmarkFile;
            _ownerFile = ownerFile;
            _entropy = entropy;
            _stationId = stationId;
        }

        /// <summary>Why the journal must stay closed, for a person; "" when nothing is wrong, or when the flash refused.</summary>
        public string Problem { get; private set; } = "";

        /// <summary>The station that the generation belongs to; "" while that is not known.</summary>
        public string OwnerId
        {
            get { return _owner.StationId; }
        }

        /// <summary>Bytes in which no frame at all was found, so that a new generation began. They stay until their space is needed.</summary>
        public long UnreadableBytes { get; private set; }

        /// <summary>The bookmark was begun anew and wants to be saved.</summary>
        public bool HasNewBookmark { get; private set; }

        /// <returns>False when the flash refused and nothing can be stored, or when there is a <see cref="Problem"/>.</returns>
        public bool TryOpen()
        {
            Problem = "";
            _bookmarkFile.TryLoad(_bookmark);
            _ownerFile.TryLoad(_owner);
            if (!_log.TryOpen())
            {
                UnreadableBytes = _log.UnreadableBytes;
                if (!_log.TryFormat(_entropy.NextUInt32()))
                {
                    return false;
                }
            }

            TakeBookmark();
            return TryTakePossession();
        }

        /// <summary>What the bookmark of another generation says means nothing for this one.</summary>
        private void TakeBookmark()
        {
            if (_bookmark.Generation != _log.Generation)
            {
                _bookmark.BeginGeneration(_log.Generation);
                HasNewBookmark = true;
            }

            // A tail that decayed after it was acknowledged must not give its numbers to other readings.
            _log.NeverReuseThrough(_bookmark.Acknowledged);
            _log.NeverReuseThrough(_bookmark.Also.Highest);
        }

        /// <summary>Readings of one station must never be sent under the name of another. Those that wait keep the journal closed; those that the
        /// gateway holds stay behind as an earlier generation, which is not sent.</summary>
        /// <remarks>A generation begins before its owner is written: after a power cut in between it is empty, and whoever comes may have it.
        /// A journal with readings and no owner at all was begun by a program that did not keep the id: it is taken for this station's.</remarks>
        private bool TryTakePossession()
        {
            bool isOwnersGeneration = _owner.Generation == _log.Generation;
            if (isOwnersGeneration && _owner.StationId == _stationId)
            {
                return true;
            }

            if (_owner.StationId.Length > 0 && _log.LastSequence > 0)
            {
                long pending = _bookmark.CountPending(_log.OldestSequence, _log.LastSequence);
                if (isOwnersGeneration && pending > 0)
                {
                    Problem = "This flash holds " + pending.ToString() + (pending == 1 ? " unsent reading of " : " unsent readings of ") + OwnerId
                        + ". Give that id back until " + (pending == 1 ? "it is" : "they are") + " sent, or erase the flash.";
                    return false;
                }

                if (!_log.TryFormat(_entropy.NextUInt32()))
                {
                    return false;
                }

                TakeBookmark();
            }

            _owner.Begin(_log.Generation, _stationId);
            return _ownerFile.TrySave(_owner);
        }
    }
}
