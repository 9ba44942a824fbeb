namespace WaterNode.Station.Wire
{
    /// <summary>QARTOD flags as they stand on the wire. Constants, because the device prints enums as numbers anyway.</summary>
    public static class QualityFlag
    {
        public const int Pass = 1, NotEvaluated = 2, Suspect = 3, Fail = 4, Missing = 9;

        /// <summary>The flag of a reading from two tests: weak to strong 9, 2, 1, 3, 4 (ioos_qc, qartod_compare).</summary>
        public static int RollUp(int first, int second)
        {
            return Strength(first) >= Strength(second) ? first : second;
        }

        private static int Strength(int flag)
        {
            switch (flag)
            {
                case Fail: return 5;
                case Suspect: return 4;
                case Pass: return 3;
                case NotEvaluated: return 2;
                default: return 1;
            }
        }
    }
}
