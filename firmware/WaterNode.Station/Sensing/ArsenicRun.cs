namespace WaterNode.Station.Sensing
{
    /// <summary>The voltammograms of one run and the volumes that belong to them.</summary>
    public sealed class ArsenicRun
    {
        /// <summary>Places of the scans: each solution twice, and the last one with half the deposition time.</summary>
        public const int Blank = 0, Sample = 2, FirstAddition = 4, SecondAddition = 6, HalfTime = 8;

        /// <summary>Scans that are kept.</summary>
        public const int Scans = 9;

        /// <summary>A run with its pumping, s: nine scans of some 75 s and six minutes of pumps. For schedules and displays.</summary>
        public const int DurationSeconds = 1020;

        /// <summary>Net currents in pA, by place; null where none was taken.</summary>
        public readonly int[][] PicoAmperes = new int[Scans][];

        /// <summary>Deposition time of the sample's scans; that of the last one is half of it. The blanks have the station's full time.</summary>
        public int DepositionMilliseconds { get; set; }

        /// <summary>Standard in the cell after the first addition, microlitres.</summary>
        public int FirstMicroLitres { get; set; }

        /// <summary>Standard in the cell after both additions, microlitres.</summary>
        public int BothMicroLitres { get; set; }

        /// <summary>Forgets the scans, which are most of the memory of a run.</summary>
        public void Clear()
        {
            for (int i = 0; i < Scans; i++)
            {
                PicoAmperes[i] = null;
            }
        }

        /// <summary>Standard in the cell at a scan, microlitres.</summary>
        public int AddedMicroLitres(int scan)
        {
            return scan < FirstAddition ? 0 : scan < SecondAddition ? FirstMicroLitres : BothMicroLitres;
        }
    }
}
